//! Cards: the numbers of payment cards (ISO/IEC 7812), told from other long numbers by issuer, length, check digit and how they stand.

use std::collections::BTreeSet;

use super::{
    Kind,
    gathered::Gathered,
    numbers::{self, Number, before, has_word, luhn, numbers},
};

/// Finds card numbers. One that is written in the groups of a card is one; a plain row of digits only where the words before it
/// speak of a card, or where the text holds several, as a list does: a tenth of all numbers pass the check by chance.
pub(super) fn find(text: &str, gathered: &mut Gathered) {
    let mut plain = BTreeSet::new();
    for number in numbers(text) {
        for (digits, is_grouped) in candidates(&number) {
            let Some(issuer) = issuer(&digits) else { continue };
            if is_grouped || has_word(&before(text, number.start, NEAR), &WORDS) {
                gathered.add(Kind::CardNumber, issuer, &digits);
            } else {
                plain.insert((issuer, digits));
            }
        }
    }
    if plain.len() >= SEVERAL {
        for (issuer, digits) in plain {
            gathered.add(Kind::CardNumber, issuer, &digits);
        }
    }
}

/// What of a number may be a card's, and whether it stands in a card's groups.
fn candidates(number: &Number) -> Vec<(String, bool)> {
    let mut found = Vec::new();
    for shape in SHAPES {
        for window in number.groups.windows(shape.len()) {
            if window.iter().map(String::len).eq(shape.iter().copied()) {
                found.push((window.concat(), true));
            }
        }
    }
    for group in number.groups.iter().filter(|group| group.len() >= 13) {
        found.push((group.clone(), false));
    }
    found
}

fn issuer(digits: &str) -> Option<&'static str> {
    let head = |count: usize| digits.get(..count)?.parse::<u32>().ok();
    let (two, three, four) = (head(2)?, head(3)?, head(4)?);
    let issuer = match (digits.len(), two, three, four) {
        (13 | 16 | 19, 40..=49, ..) => "Visa",
        (16, 51..=55, ..) | (16, _, _, 2221..=2720) => "Mastercard",
        (15, 34 | 37, ..) => "American Express",
        (14, 36 | 38 | 39, ..) | (14, _, 300..=305, _) => "Diners Club",
        (16, 65, ..) | (16, _, 644..=649, _) | (16, _, _, 6011) => "Discover",
        (16, _, _, 3528..=3589) => "JCB",
        (16..=19, 62, ..) => "UnionPay",
        (16..=19, _, _, 5018 | 5020 | 5038 | 5893 | 6304 | 6759 | 6761..=6763) => "Maestro",
        _ => return None,
    };
    let is_varied = numbers::digits(digits).iter().collect::<BTreeSet<_>>().len() > 1;
    (is_varied && luhn(digits)).then_some(issuer)
}

/// How card numbers are printed.
const SHAPES: [&[usize]; 4] = [&[4, 4, 4, 4], &[4, 6, 5], &[4, 6, 4], &[4, 4, 4, 4, 3]];

/// Words that stand before a card's number.
const WORDS: [&str; 22] = [
    "card",
    "cards",
    "visa",
    "mastercard",
    "amex",
    "american express",
    "maestro",
    "cc",
    "credit",
    "debit",
    "cvv",
    "cvc",
    "karte",
    "kreditkarte",
    "kartennummer",
    "kreditkartennummer",
    "carte",
    "carte bancaire",
    "tarjeta",
    "carta",
    "creditcard",
    "karta",
];

/// Characters before a number that may speak of it.
const NEAR: usize = 60;

/// Plain numbers that make a list of cards.
const SEVERAL: usize = 3;

#[cfg(test)]
mod tests {
    use super::super::tests::in_text;

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(in_text(text), expected, "{text}");
    }

    #[test]
    fn card_numbers_are_found() {
        check("4111 1111 1111 1111 is it", &["card-number/Visa×1"]);
        check("5555-5555-5555-4444", &["card-number/Mastercard×1"]);
        check("5105-1051-0510-5100", &["card-number/Mastercard×1"]);
        check("2223 0031 2200 3222", &["card-number/Mastercard×1"]);
        check("3782 822463 10005", &["card-number/American Express×1"]);
        check("Diners: 3056 930902 5904", &["card-number/Diners Club×1"]);
        check("my card 6011000990139424.", &["card-number/Discover×1"]);
        check("Kreditkarte: 3530111333300000", &["card-number/JCB×1"]);
        // The same one twice.
        check(
            "card 4012888888881881, 4012 8888 8888 1881",
            &["card-number/Visa×1"],
        );
        check(
            "a;4012888888881881\nb;4222222222222\nc;4111111111111111\nd;4000056655665556",
            &["card-number/Visa×4"],
        );
        // After a number that does not belong to it.
        check("in 2024 4111 1111 1111 1111", &["card-number/Visa×1"]);
    }

    #[test]
    fn other_long_numbers_are_not() {
        check("4111 1111 1111 1112", &[]); // check digit
        check("order 4111111111111111", &[]); // nothing speaks of a card
        check("9111 1111 1111 1111", &[]); // no issuer
        check("4444 4444 4444 4444", &[]); // nobody's
        check("41111 111 1111 1111", &[]); // no card's groups
        check("card no. A4111111111111111", &[]);
        check("ISBN 978-3-16-148410-0", &[]);
        check("https://x.example/card/4111111111111111", &[]);
    }
}
