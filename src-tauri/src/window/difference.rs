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
pub(crate) fn pieces(sent: &str, meant: &str) -> (Vec<Piece>, Vec<Piece>) {
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
    (joined(&sent, &sent_marks), joined(&meant, &meant_marks))
}

fn mark(marks: &mut [bool], range: std::ops::Range<usize>) {
    if let Some(part) = marks.get_mut(range) {
        part.fill(true);
    }
}

fn joined(graphemes: &[&str], marks: &[bool]) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    for (grapheme, &differs) in graphemes.iter().zip(marks) {
        match pieces.last_mut() {
            Some(last) if last.differs == differs => last.text.push_str(grapheme),
            Some(_) | None => pieces.push(Piece {
                text: (*grapheme).to_owned(),
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
