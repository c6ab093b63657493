//! The mail of somebody who writes much: messages to 3,000 people at 400 firms, some often and all now and then.

use astray_tests::Letter;

/// People who are written to.
const PEOPLE: u64 = 3_000;

/// Where they are.
const FIRMS: u64 = 400;

/// One of the messages.
pub(super) fn letter(number: u32) -> Letter {
    Letter::to(&recipient(scattered(number) >> 32))
        .cc("Sam Doyle <sam.doyle@northbridge.example>")
        .subject(&format!("Minutes of meeting {number}"))
        .message_id(&format!("{number}.bench@northbridge.example"))
}

/// A number that looks like chance, and is the same each time; no two messages have the same one.
pub(super) fn scattered(number: u32) -> u64 {
    u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

fn recipient(chance: u64) -> String {
    let who = chance % PEOPLE;
    let firm = who % FIRMS;
    let name = [syllable(who), syllable(who / 20), &who.to_string()].concat();
    let domain = [
        syllable(firm),
        syllable(firm / 20),
        syllable(firm * 7 + firm / 20),
    ]
    .concat();
    format!("Person {who} <{name}@{domain}.example>")
}

fn syllable(number: u64) -> &'static str {
    let place = usize::try_from(number).unwrap_or_default() % SYLLABLES.len();
    SYLLABLES.get(place).copied().unwrap_or_default()
}

const SYLLABLES: [&str; 20] = [
    "ba", "lom", "mer", "tin", "ska", "rud", "vel", "don", "pri", "gar", "hus", "ney", "fol", "lin", "ket",
    "zan", "cor", "del", "mir", "ros",
];
