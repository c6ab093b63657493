//! Where two addresses differ, letter by letter, for the eye. Pure.

use serde::Serialize;
use specta::Type;
use unicode_width::UnicodeWidthStr as _;

use super::alignment::{Column, align};

/// A stretch of one of two lines that stand one above the other.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct Piece {
    /// Its text; empty in a gap.
    pub(crate) text: String,
    /// Whether it differs from the other line.
    pub(crate) differs: bool,
    /// Columns in which the other line alone has letters; 0 for a text.
    pub(crate) gap: u32,
}

/// Two addresses cut where they differ, so that equal letters stand one above the other in a fixed-width face.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// The address as it was sent to.
    pub(crate) sent: Vec<Piece>,
    /// The address as it was probably meant.
    pub(crate) meant: Vec<Piece>,
    /// The letters that stand in each other's place, in order; one of two is empty where nothing stands.
    pub(crate) letters: Vec<(String, String)>,
}

impl Difference {
    /// Compares what stands before the last `@` and what stands behind it, each for itself.
    ///
    /// A name below the one that is compared (`mail.` in `mail.army.ml`) is part of no difference.
    pub(crate) fn of(sent: &str, meant: &str) -> Self {
        let (sent_local, sent_domain) = halves(sent);
        let (meant_local, meant_domain) = halves(meant);
        let below = name_below(sent_domain, meant_domain);
        let compared = sent_domain.strip_prefix(below).unwrap_or(sent_domain);
        let mut difference = Self {
            sent: Vec::new(),
            meant: Vec::new(),
            letters: Vec::new(),
        };
        difference.add(&align(sent_local, meant_local));
        difference.add_unmarked(below);
        difference.add(&align(compared, meant_domain));
        difference
    }

    fn add(&mut self, columns: &[Column<'_>]) {
        for column in columns {
            let differs = column.differs();
            let width = column.sent.width().max(column.meant.width());
            put(&mut self.sent, column.sent, differs, width);
            put(&mut self.meant, column.meant, differs, width);
            if differs {
                self.letters
                    .push((column.sent.to_owned(), column.meant.to_owned()));
            }
        }
    }

    fn add_unmarked(&mut self, below: &str) {
        put(&mut self.sent, below, false, below.width());
        put(&mut self.meant, "", false, below.width());
    }
}

/// What stands before the last `@`, with it, and what stands behind.
fn halves(address: &str) -> (&str, &str) {
    let at = address.rfind('@').map_or(0, |at| at.saturating_add(1));
    address.split_at_checked(at).unwrap_or(("", address))
}

/// The labels of `sent` that `meant` has no counterpart for; empty where more would be gained by comparing all of it.
fn name_below<'a>(sent: &'a str, meant: &str) -> &'a str {
    let labels = meant.matches('.').count();
    let split = sent.rmatch_indices('.').nth(labels);
    let Some((below, rest)) = split.and_then(|(dot, _)| sent.split_at_checked(dot.saturating_add(1))) else {
        return "";
    };
    let columns = align(rest, meant);
    let equal = columns.iter().filter(|column| !column.differs()).count();
    let letters = columns.iter().filter(|column| !column.sent.is_empty()).count();
    if equal.saturating_mul(2) > letters {
        below
    } else {
        ""
    }
}

/// Adds a letter that has `width` columns to itself, of which it may need fewer.
fn put(line: &mut Vec<Piece>, text: &str, differs: bool, width: usize) {
    if !text.is_empty() {
        match line.last_mut() {
            Some(last) if last.differs == differs && last.gap == 0 => last.text.push_str(text),
            Some(_) | None => line.push(Piece {
                text: text.to_owned(),
                differs,
                gap: 0,
            }),
        }
    }
    let gap = u32::try_from(width.saturating_sub(text.width())).unwrap_or(0);
    if gap > 0 {
        match line.last_mut() {
            Some(last) if last.differs == differs && last.gap > 0 => last.gap = last.gap.saturating_add(gap),
            Some(_) | None => line.push(Piece {
                text: String::new(),
                differs,
                gap,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Marked letters in brackets, marked gaps as `[·]`, others as `·`.
    fn draw(line: &[Piece]) -> String {
        let piece = |piece: &Piece| {
            let text = format!("{}{}", piece.text, "·".repeat(piece.gap as usize));
            if piece.differs { format!("[{text}]") } else { text }
        };
        line.iter().map(piece).collect()
    }

    fn check(sent: &str, meant: &str, above: &str, below: &str) {
        let found = Difference::of(sent, meant);
        assert_eq!(
            (draw(&found.sent).as_str(), draw(&found.meant).as_str()),
            (above, below)
        );
    }

    #[test]
    fn one_letter_more_or_less_marks_one_column() {
        check("j@army.ml", "j@army.mil", "j@army.m[·]l", "j@army.m[i]l");
        check("j@arrmy.mil", "j@army.mil", "j@ar[r]my.mil", "j@ar[·]my.mil");
        check(
            "j@company.co",
            "j@company.com",
            "j@company.co[·]",
            "j@company.co[m]",
        );
        check(
            "j@us.armymil",
            "j@us.army.mil",
            "j@us.army[·]mil",
            "j@us.army[.]mil",
        );
    }

    #[test]
    fn replaced_and_swapped_letters_stand_one_above_the_other() {
        check("j@army.mik", "j@army.mil", "j@army.mi[k]", "j@army.mi[l]");
        check("j@amry.mil", "j@army.mil", "j@a[mr]y.mil", "j@a[rm]y.mil");
        check(
            "j@rnail.example",
            "j@mail.example",
            "j@[rn]ail.example",
            "j@[·][m]ail.example",
        );
        check("j@grun.de", "j@grün.de", "j@gr[u]n.de", "j@gr[ü]n.de");
    }

    #[test]
    fn names_below_are_no_difference() {
        check(
            "j@mail.staff.army.ml",
            "j@army.mil",
            "j@mail.staff.army.m[·]l",
            "j@···········army.m[i]l",
        );
        // What was put behind the name is one.
        check(
            "j@army.mil.example",
            "j@army.mil",
            "j@army.mil[.example]",
            "j@army.mil[········]",
        );
    }

    #[test]
    fn what_stands_before_the_at_sign_is_compared_for_itself() {
        check(
            "jon@army.mil",
            "john@army.mil",
            "jo[·]n@army.mil",
            "jo[h]n@army.mil",
        );
        check(
            "a@b@x.example",
            "a@x.example",
            "a@[b@]x.example",
            "a@[··]x.example",
        );
    }

    #[test]
    fn a_wide_letter_takes_two_columns() {
        check(
            "j@日本.example",
            "j@本.example",
            "j@[日]本.example",
            "j@[··]本.example",
        );
        check(
            "j@日.example",
            "j@a.example",
            "j@[日].example",
            "j@[a][·].example",
        );
    }

    #[test]
    fn equal_texts_have_no_mark() {
        check("j@army.mil", "j@army.mil", "j@army.mil", "j@army.mil");
        check("", "", "", "");
    }

    #[test]
    fn the_letters_are_told_in_pairs() {
        let letters = Difference::of("j@\u{430}rmy.ml", "j@army.mil").letters;
        let pair = |sent: &str, meant: &str| (sent.to_owned(), meant.to_owned());
        assert_eq!(letters, [pair("\u{430}", "a"), pair("", "i")]);
    }

    proptest! {
        #[test]
        fn the_pieces_hold_both_texts(sent in any::<String>(), meant in any::<String>()) {
            let found = Difference::of(&sent, &meant);
            prop_assert_eq!((text(&found.sent), text(&found.meant)), (sent, meant));
        }

        #[test]
        fn both_lines_have_the_same_columns(
            sent in "[ab]{1,3}@([abй日]{1,4}\\.){1,4}(ml|mil)",
            meant in "[ab]{1,3}@([abй]{1,4}\\.){1,2}mil",
        ) {
            let found = Difference::of(&sent, &meant);
            prop_assert_eq!(columns(&found.sent), columns(&found.meant));
            prop_assert_eq!((text(&found.sent), text(&found.meant)), (sent, meant));
        }
    }

    fn text(line: &[Piece]) -> String {
        line.iter().map(|piece| piece.text.as_str()).collect()
    }

    fn columns(line: &[Piece]) -> usize {
        line.iter()
            .map(|piece| piece.text.width() + piece.gap as usize)
            .sum()
    }
}
