//! IBANs (ISO 13616): the country's length, and the check digits modulo 97.

use super::{Kind, gathered::Gathered};

/// Finds IBANs, in groups or not.
pub(super) fn find(text: &str, gathered: &mut Gathered) {
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let begins = c.is_ascii_alphabetic() && !before.is_alphanumeric();
        before = c;
        if !begins {
            continue;
        }
        if let Some((country, iban)) = text.get(at..).and_then(read) {
            gathered.add(Kind::Iban, country, &iban);
        }
    }
}

fn read(text: &str) -> Option<(&'static str, String)> {
    let code = text.get(..2)?;
    let (country, length) = COUNTRIES
        .iter()
        .find(|(known, _)| code.eq_ignore_ascii_case(known))?;
    let mut iban = String::new();
    let mut rest = text.chars().peekable();
    let mut gap = false;
    while iban.len() < *length {
        match rest.next()? {
            c if c.is_ascii_alphanumeric() => {
                iban.push(c.to_ascii_uppercase());
                gap = false;
            }
            // A group has four, so nothing else may be a gap.
            ' ' | '-' if !gap && iban.len().is_multiple_of(4) => gap = true,
            _ => return None,
        }
    }
    let ends = !rest.peek().is_some_and(|c| c.is_alphanumeric());
    (ends && is_checked(&iban)).then_some((*country, iban))
}

fn is_checked(iban: &str) -> bool {
    let Some((head, tail)) = iban.split_at_checked(4) else {
        return false;
    };
    if !head.bytes().skip(2).all(|octet| octet.is_ascii_digit()) {
        return false;
    }
    let rest = tail.chars().chain(head.chars()).fold(0, |rest, c| {
        let value = c.to_digit(36).unwrap_or_default();
        let shift = if value < 10 { 10 } else { 100 };
        (rest * shift + value) % 97
    });
    rest == 1
}

/// Countries and the lengths of their IBANs, from the registry of SWIFT.
const COUNTRIES: [(&str, usize); 77] = [
    ("AD", 24),
    ("AE", 23),
    ("AL", 28),
    ("AT", 20),
    ("AZ", 28),
    ("BA", 20),
    ("BE", 16),
    ("BG", 22),
    ("BH", 22),
    ("BR", 29),
    ("BY", 28),
    ("CH", 21),
    ("CR", 22),
    ("CY", 28),
    ("CZ", 24),
    ("DE", 22),
    ("DK", 18),
    ("DO", 28),
    ("EE", 20),
    ("EG", 29),
    ("ES", 24),
    ("FI", 18),
    ("FO", 18),
    ("FR", 27),
    ("GB", 22),
    ("GE", 22),
    ("GI", 23),
    ("GL", 18),
    ("GR", 27),
    ("GT", 28),
    ("HR", 21),
    ("HU", 28),
    ("IE", 22),
    ("IL", 23),
    ("IQ", 23),
    ("IS", 26),
    ("IT", 27),
    ("JO", 30),
    ("KW", 30),
    ("KZ", 20),
    ("LB", 28),
    ("LC", 32),
    ("LI", 21),
    ("LT", 20),
    ("LU", 20),
    ("LV", 21),
    ("LY", 25),
    ("MC", 27),
    ("MD", 24),
    ("ME", 22),
    ("MK", 19),
    ("MR", 27),
    ("MT", 31),
    ("MU", 30),
    ("NL", 18),
    ("NO", 15),
    ("PK", 24),
    ("PL", 28),
    ("PS", 29),
    ("PT", 25),
    ("QA", 29),
    ("RO", 24),
    ("RS", 22),
    ("SA", 24),
    ("SC", 31),
    ("SD", 18),
    ("SE", 24),
    ("SI", 19),
    ("SK", 24),
    ("SM", 27),
    ("ST", 25),
    ("SV", 28),
    ("TL", 23),
    ("TN", 24),
    ("TR", 26),
    ("UA", 29),
    ("XK", 20),
];

#[cfg(test)]
mod tests {
    use super::super::tests::in_text;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(in_text(text), expected, "{text}");
    }

    #[test]
    fn ibans_are_found() {
        check("IBAN DE89 3704 0044 0532 0130 00.", &["iban/DE×1"]);
        check("GB29NWBK60161331926819", &["iban/GB×1"]);
        check("fr14 2004 1010 0505 0001 3m02 606", &["iban/FR×1"]);
        check(
            "NL91ABNA0417164300 and BE68 5390 0754 7034",
            &["iban/BE×1", "iban/NL×1"],
        );
        check("(CH93 0076 2011 6238 5295 7)", &["iban/CH×1"]);
        check("MT84MALT011000012345MTLCAST001S", &["iban/MT×1"]);
        check("NO93-8601-1117-947", &["iban/NO×1"]);
    }

    #[test]
    fn what_only_looks_like_one_is_not() {
        check("DE89 3704 0044 0532 0130 01", &[]); // check digits
        check("DE89 3704 0044 0532 0130 0", &[]); // too short
        check("DE89 3704 0044 0532 0130 000", &[]); // too long
        check("ZZ89 3704 0044 0532 0130 00", &[]); // no country
        check("XDE89370400440532013000", &[]);
        check("DE8 93704 0044 0532 0130 00", &[]); // no groups of four
    }
}
