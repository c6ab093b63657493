//! Where two addresses differ, letter by letter, for the eye. Pure.

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use specta::Type;
use unicode_segmentation::UnicodeSegmentation;

/// A stretch of an address.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct Piece {
    /// Its text.
    pub(crate) text: String,
    /// Whether it differs from the other address.
    pub(crate) differs: bool,
}

/// Cuts both texts where they differ, by graphemes (UAX #29).
///
/// Where one text only lacks something, the letter after the gap (before it, at the end) is marked in both: an unmarked
/// `army.ml` under `army.mil` would say that nothing is wrong with it.
///
/// A name below the one that is compared (`mail.` in `mail.army.ml`) is part of no difference.
pub(crate) fn pieces(sent: &str, meant: &str) -> (Vec<Piece>, Vec<Piece>) {
    let (before, below, compared) = around_names_below(sent, meant);
    let compared_whole = [before, compared].concat();
    let (mut sent_marks, meant_marks) = marks(&compared_whole, meant);
    let at = before.graphemes(true).count();
    sent_marks.splice(at..at, below.graphemes(true).map(|_| false));
    (joined(sent, &sent_marks), joined(meant, &meant_marks))
}

/// `sent` in three: local part with `@`; the labels that `meant` has no counterpart for; the rest. The second is empty where
/// more would be gained by comparing all of it.
fn around_names_below<'a>(sent: &'a str, meant: &str) -> (&'a str, &'a str, &'a str) {
    let at = sent.rfind('@').map_or(0, |at| at.saturating_add(1));
    let (local, domain) = sent.split_at_checked(at).unwrap_or(("", sent));
    let meant_domain = meant.rsplit('@').next().unwrap_or(meant);
    let labels = meant_domain.matches('.').count();
    let split = domain.rmatch_indices('.').nth(labels);
    let Some((below, rest)) = split.and_then(|(dot, _)| domain.split_at_checked(dot.saturating_add(1)))
    else {
        return (local, "", domain);
    };
    let resembles = |text: &str| {
        let (marks, _) = marks(text, meant_domain);
        marks.iter().filter(|&&differs| !differs).count()
    };
    if resembles(rest).saturating_mul(2) > rest.graphemes(true).count() {
        (local, below, rest)
    } else {
        (local, "", domain)
    }
}

fn marks(sent: &str, meant: &str) -> (Vec<bool>, Vec<bool>) {
    let sent: Vec<&str> = sent.graphemes(true).collect();
    let meant: Vec<&str> = meant.graphemes(true).collect();
    let mut sent_marks = vec![false; sent.len()];
    let mut meant_marks = vec![false; meant.len()];
    for op in capture_diff_slices(Algorithm::Myers, &sent, &meant) {
        if matches!(op, DiffOp::Equal { .. }) {
            continue;
        }
        let (mut old, mut new) = (op.old_range(), op.new_range());
        if old.is_empty() || new.is_empty() {
            let at_end = old.end >= sent.len() || new.end >= meant.len();
            if at_end {
                old.start = old.start.saturating_sub(1);
                new.start = new.start.saturating_sub(1);
            } else {
                old.end = old.end.saturating_add(1);
                new.end = new.end.saturating_add(1);
            }
        }
        mark(&mut sent_marks, old);
        mark(&mut meant_marks, new);
    }
    (sent_marks, meant_marks)
}

fn mark(marks: &mut [bool], range: std::ops::Range<usize>) {
    if let Some(part) = marks.get_mut(range) {
        part.fill(true);
    }
}

fn joined(text: &str, marks: &[bool]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (grapheme, &differs) in text.graphemes(true).zip(marks) {
        match pieces.last_mut() {
            Some(last) if last.differs == differs => last.text.push_str(grapheme),
            Some(_) | None => pieces.push(Piece {
                text: grapheme.to_owned(),
                differs,
            }),
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(sent: &str, meant: &str, expected: (&str, &str)) {
        let draw = |pieces: Vec<Piece>| {
            pieces
                .into_iter()
                .map(|p| {
                    if p.differs {
                        format!("[{}]", p.text)
                    } else {
                        p.text
                    }
                })
                .collect::<String>()
        };
        let (a, b) = pieces(sent, meant);
        assert_eq!((draw(a).as_str(), draw(b).as_str()), expected);
    }

    #[test]
    fn both_sides_of_a_difference_are_marked() {
        check("j@army.ml", "j@army.mil", ("j@army.m[l]", "j@army.m[il]")); // a letter lost
        check("j@arrmy.mil", "j@army.mil", ("j@ar[rm]y.mil", "j@ar[m]y.mil")); // a letter doubled
        check("j@army.mik", "j@army.mil", ("j@army.mi[k]", "j@army.mi[l]")); // a letter replaced
        check(
            "j@company.co",
            "j@company.com",
            ("j@company.c[o]", "j@company.c[om]"),
        ); // the last letter lost
        check("j@grun.de", "j@grün.de", ("j@gr[u]n.de", "j@gr[ü]n.de"));
    }

    #[test]
    fn names_below_are_no_difference() {
        check(
            "j@mail.staff.army.ml",
            "j@army.mil",
            ("j@mail.staff.army.m[l]", "j@army.m[il]"),
        );
        // What was put behind the name is one.
        check(
            "j@army.mil.example",
            "j@army.mil",
            ("j@army.mi[l.example]", "j@army.mi[l]"),
        );
        check(
            "j@us.armymil",
            "j@us.army.mil",
            ("j@us.army[m]il", "j@us.army[.m]il"),
        );
    }

    #[test]
    fn equal_texts_have_no_mark() {
        check("j@army.mil", "j@army.mil", ("j@army.mil", "j@army.mil"));
        check("", "", ("", ""));
    }

    #[test]
    fn no_letter_is_lost() {
        for (sent, meant) in [("a", ""), ("", "a"), ("e\u{301}x", "x"), ("👩‍👩‍👧a", "a👩‍👩‍👧")]
        {
            let (a, b) = pieces(sent, meant);
            let text = |pieces: Vec<Piece>| pieces.into_iter().map(|p| p.text).collect::<String>();
            assert_eq!((text(a), text(b)), (sent.to_owned(), meant.to_owned()));
        }
    }
}
