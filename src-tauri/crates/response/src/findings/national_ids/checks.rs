//! Checks: whether characters can be a country's number. Each is given what its patterns let through: ASCII, in capitals.

use super::super::numbers::{digits, luhn, modulo, weighted};

/// US: areas, groups and serials that are never given (SSA, since 2011).
pub(super) fn us_ssn(text: &str) -> bool {
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    !matches!(part(0, 3), "000" | "666")
        && !text.starts_with('9')
        && part(3, 5) != "00"
        && part(5, 9) != "0000"
        // Shown in leaflets as an example.
        && !matches!(text, "078051120" | "123456789")
}

/// GB, National Insurance: letters that are never given (HMRC, NIM39110).
pub(super) fn gb_nino(text: &str) -> bool {
    let mut letters = text.chars();
    let (first, second) = (letters.next().unwrap_or('D'), letters.next().unwrap_or('D'));
    !"DFIQUV".contains(first)
        && !"DFIOQUV".contains(second)
        && !["BG", "GB", "KN", "NK", "NT", "TN", "ZZ"]
            .iter()
            .any(|prefix| text.starts_with(prefix))
        && text.ends_with(['A', 'B', 'C', 'D'])
}

/// GB, NHS: modulo 11.
pub(super) fn gb_nhs(text: &str) -> bool {
    let digits = digits(text);
    let sum = weighted(&digits, &[10, 9, 8, 7, 6, 5, 4, 3, 2]);
    let check = (11 - sum % 11) % 11;
    check < 10 && digits.last() == Some(&check) && sum > 0
}

/// DE: ISO 7064 modulo 11,10, and one digit of the first ten is there twice or thrice, all others at most once.
pub(super) fn de_tax(text: &str) -> bool {
    let digits = digits(text);
    let Some((check, head)) = digits.split_last() else {
        return false;
    };
    let times = |digit: u32| head.iter().filter(|one| **one == digit).count();
    let counts: Vec<usize> = (0..10).map(times).filter(|count| *count > 1).collect();
    let product = head.iter().fold(10, |product, digit| {
        let sum = (digit + product) % 10;
        (if sum == 0 { 10 } else { sum }) * 2 % 11
    });
    matches!(counts.as_slice(), [2 | 3]) && head.first() != Some(&0) && (11 - product) % 10 == *check
}

/// FR: 97 less the number modulo 97; Corsica's departments have letters.
pub(super) fn fr_nir(text: &str) -> bool {
    let month: u32 = text
        .get(3..5)
        .and_then(|month| month.parse().ok())
        .unwrap_or_default();
    let (corsica, less) = match text.get(5..7) {
        Some("2A") => (true, 1_000_000_u64),
        Some("2B") => (true, 2_000_000),
        _ => (false, 0),
    };
    let number = text.get(..13).unwrap_or_default();
    let number = if corsica {
        number.replace(['A', 'B'], "0")
    } else {
        number.to_owned()
    };
    let (Ok(number), Ok(key)) = (
        number.parse::<u64>(),
        text.get(13..).unwrap_or_default().parse::<u64>(),
    ) else {
        return false;
    };
    text.starts_with(['1', '2'])
        && matches!(month, 1..=12 | 20..=42 | 50..=99)
        && number
            .checked_sub(less)
            .is_some_and(|number| 97 - number % 97 == key)
}

/// ES: the letter is the number modulo 23; an NIE's first letter stands for a digit.
pub(super) fn es_dni(text: &str) -> bool {
    let number = match text.chars().next() {
        Some('X') => text.replacen('X', "0", 1),
        Some('Y') => text.replacen('Y', "1", 1),
        Some('Z') => text.replacen('Z', "2", 1),
        Some('0'..='9') => text.to_owned(),
        _ => return false,
    };
    let rest = usize::try_from(modulo(&number, 23)).unwrap_or_default();
    let letter = "TRWAGMYFPDXBNJZSQVHLCKE".chars().nth(rest);
    letter.is_some() && text.chars().next_back() == letter
}

/// IT: the last letter is a sum modulo 26, in which odd places count in an order of their own (D.M. 12 March 1974).
pub(super) fn it_fiscal(text: &str) -> bool {
    const ODD: [u32; 36] = [
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12,
        14, 16, 10, 22, 25, 24, 23,
    ];
    let value = |c: char| c.to_digit(36).unwrap_or_default();
    let sum: u32 = text
        .chars()
        .take(15)
        .enumerate()
        .map(|(place, c)| match (place % 2, value(c)) {
            (0, value) => usize::try_from(value)
                .ok()
                .and_then(|value| ODD.get(value))
                .copied()
                .unwrap_or_default(),
            (_, digit @ 0..=9) => digit,
            (_, letter) => letter.saturating_sub(10),
        })
        .sum();
    let is_month = text
        .chars()
        .nth(8)
        .is_some_and(|month| "ABCDEHLMPRST".contains(month));
    is_month && text.chars().nth(15).map(value) == Some(sum % 26 + 10)
}

/// NL: the test of eleven, its last weight negative.
pub(super) fn nl_bsn(text: &str) -> bool {
    let digits = digits(text);
    let sum = weighted(&digits, &[9, 8, 7, 6, 5, 4, 3, 2]);
    let last = digits.last().copied().unwrap_or_default();
    sum > 0 && sum % 11 == last
}

/// PL: weights 1, 3, 7, 9 and a date whose month tells the century.
pub(super) fn pl_pesel(text: &str) -> bool {
    let digits = digits(text);
    let sum = weighted(&digits, &[1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1]);
    let part = |from: usize| {
        text.get(from..from + 2)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or_default()
    };
    sum.is_multiple_of(10) && is_day(part(2) % 20, part(4))
}

/// IN: Verhoeff's check, and never 0 or 1 in front.
pub(super) fn in_aadhaar(text: &str) -> bool {
    let sum = digits(text)
        .iter()
        .rev()
        .zip(0..)
        .fold(0, |sum, (digit, place)| times(sum, permuted(place, *digit)));
    sum == 0 && !text.starts_with(['0', '1'])
}

/// BE: 97 less the first nine digits modulo 97, with a 2 in front for those born from 2000 on.
pub(super) fn be_national(text: &str) -> bool {
    let Some((number, key)) = text.split_at_checked(9) else {
        return false;
    };
    let key: u32 = key.parse().unwrap_or_default();
    let part = |from: usize| {
        text.get(from..from + 2)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or_default()
    };
    let fits = |number: &str| 97 - modulo(number, 97) == key;
    (fits(number) || fits(&format!("2{number}"))) && is_day(part(2), part(4))
}

/// SE: Luhn over the last ten digits, and a date; coordination numbers add 60 to the day.
pub(super) fn se_person(text: &str) -> bool {
    let short = text.get(text.len().saturating_sub(10)..).unwrap_or_default();
    let part = |from: usize| {
        short
            .get(from..from + 2)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or_default()
    };
    let century = text.len() == 10 || text.starts_with("19") || text.starts_with("20");
    century && luhn(short) && is_day(part(2), part(4) % 60)
}

/// FI: the last character is the number modulo 31.
pub(super) fn fi_person(text: &str) -> bool {
    let number: String = text
        .chars()
        .take(text.len().saturating_sub(1))
        .filter(char::is_ascii_digit)
        .collect();
    let rest = usize::try_from(modulo(&number, 31)).unwrap_or_default();
    let check = "0123456789ABCDEFHJKLMNPRSTUVWXY".chars().nth(rest);
    let part = |from: usize| {
        text.get(from..from + 2)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or_default()
    };
    number.len() == 9 && text.chars().next_back() == check && is_day(part(2), part(0))
}

/// CH: an EAN-13 with the country's prefix.
pub(super) fn ch_ahv(text: &str) -> bool {
    let sum = weighted(&digits(text), &[1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1]);
    text.starts_with("756") && sum.is_multiple_of(10)
}

/// AT: the fourth digit is a sum modulo 11, and a date follows.
pub(super) fn at_social(text: &str) -> bool {
    let digits = digits(text);
    let sum = weighted(&digits, &[3, 7, 9, 0, 5, 8, 4, 2, 1, 6]);
    let part = |from: usize| {
        text.get(from..from + 2)
            .and_then(|part| part.parse::<u32>().ok())
            .unwrap_or_default()
    };
    digits.get(3) == Some(&(sum % 11)) && !text.starts_with('0') && is_day(part(6), part(4))
}

/// CA: Luhn; none begins with 8.
pub(super) fn ca_sin(text: &str) -> bool {
    luhn(text) && !text.starts_with('8') && text != "000000000"
}

/// BR: two check digits modulo 11; a row of the same digit passes and is nobody's.
pub(super) fn br_cpf(text: &str) -> bool {
    let digits = digits(text);
    let check = |weights: &[u32]| match weighted(&digits, weights) * 10 % 11 {
        10 => 0,
        digit => digit,
    };
    let first = check(&[10, 9, 8, 7, 6, 5, 4, 3, 2]);
    let second = check(&[11, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    let is_varied = digits.iter().any(|digit| digits.first() != Some(digit));
    is_varied && digits.get(9) == Some(&first) && digits.get(10) == Some(&second)
}

fn is_day(month: u32, day: u32) -> bool {
    (1..=12).contains(&month) && (1..=31).contains(&day)
}

/// Multiplication in the dihedral group of order 10.
const fn times(a: u32, b: u32) -> u32 {
    match (a < 5, b < 5) {
        (true, true) => (a + b) % 5,
        (true, false) => (a + b - 5) % 5 + 5,
        (false, true) => (a - b) % 5 + 5,
        (false, false) => (a + 5 - b) % 5,
    }
}

/// Verhoeff's permutation of a digit at a place.
fn permuted(place: u32, digit: u32) -> u32 {
    const ONCE: [u32; 10] = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
    (0..place % 8).fold(digit, |digit, _| {
        usize::try_from(digit)
            .ok()
            .and_then(|digit| ONCE.get(digit))
            .copied()
            .unwrap_or_default()
    })
}
