//! Markings: what a document says of how secret it is, from a table.

use std::sync::OnceLock;

use super::{Kind, gathered::Gathered};

const TABLE: &str = include_str!("../../tables/markings.tsv");

struct Row {
    marking: &'static str,
    /// In small letters.
    small: String,
    label: &'static str,
    in_capitals: bool,
}

/// Finds markings, each label once. Where one is a part of a longer one, only the longer counts.
pub(super) fn find(text: &str, gathered: &mut Gathered) {
    let small = text.to_lowercase();
    // Places in the two texts agree only where no letter has another length in small.
    let has_same_places = small.len() == text.len();
    // Which octets of each are a part of a marking already.
    let (mut taken, mut taken_in_small) = (vec![false; text.len()], vec![false; small.len()]);
    for row in rows() {
        let in_text = row.in_capitals || has_same_places;
        let (within, wanted) = if row.in_capitals {
            (text, row.marking)
        } else {
            (small.as_str(), row.small.as_str())
        };
        let taken = if in_text { &mut taken } else { &mut taken_in_small };
        for (at, _) in within.match_indices(wanted) {
            let end = at.saturating_add(wanted.len());
            let Some(octets) = taken.get_mut(at..end) else {
                continue;
            };
            if octets.first() == Some(&true) || !is_word(within, at, end) {
                continue;
            }
            octets.fill(true);
            gathered.add(Kind::Marking, row.label, row.label);
        }
    }
}

fn is_word(text: &str, at: usize, end: usize) -> bool {
    let touches = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let before = text.get(..at).and_then(|head| head.chars().next_back());
    let after = text.get(end..).and_then(|tail| tail.chars().next());
    !touches(before) && !touches(after)
}

/// The longest first, so that it is found before its parts.
fn rows() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let row = |line: &'static str| {
            let mut fields = line.split('\t');
            let marking = fields.next()?;
            Some(Row {
                marking,
                small: marking.to_lowercase(),
                label: fields.next()?,
                in_capitals: fields.next()? == "capitals",
            })
        };
        let mut rows: Vec<Row> = TABLE
            .lines()
            .filter(|line| !line.starts_with('#'))
            .filter_map(row)
            .collect();
        rows.sort_by_key(|row| std::cmp::Reverse(row.marking.len()));
        rows
    })
}

#[cfg(test)]
mod tests {
    use super::{super::tests::in_text, *};

    fn check(text: &str, expected: &[&str]) {
        let expected: Vec<String> = expected
            .iter()
            .map(|label| format!("marking/{label}×1"))
            .collect();
        assert_eq!(in_text(text), expected, "{text}");
    }

    #[test]
    fn every_row_is_read_and_found_by_itself() {
        let written = TABLE.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(rows().len(), written);
        for row in rows() {
            check(row.marking, &[row.label]);
        }
    }

    #[test]
    fn markings_are_found() {
        check("OFFICIAL-SENSITIVE\n\nDear all", &["OFFICIAL-SENSITIVE"]);
        check("SECRET//NOFORN", &["NOFORN", "SECRET"]);
        check("TOP SECRET and again TOP SECRET", &["TOP SECRET"]);
        check("Vs-nfd", &["VS-NfD"]);
        check("VS – Nur für den Dienstgebrauch", &["VS-NfD"]);
        check("[CUI] plan", &["CUI"]);
        check("İ: tlp:red", &["TLP:RED"]); // a letter that is longer in small
    }

    #[test]
    fn ordinary_words_are_not() {
        check("This e-mail is confidential.", &[]);
        check("CONFIDENTIALITY NOTICE", &[]);
        check("a secret, restricted to few", &[]);
        check("CUISINE, SECRETARY, UNRESTRICTED", &[]);
        check("vertraulich", &[]);
    }
}
