//! Joined word: a name with a word joined on to it, to look like a part of the organisation (`army-mail.com`).

use crate::{
    Clause, Form, ReasonKind,
    name::{Name, shown},
    reference::{Standing, Target},
    signal::{Evidence, SHORT, Strength, letters},
    tables::Tables,
};

/// Words of fewer letters are only seen with their hyphen.
const ENOUGH_ALONE: usize = 4;

/// Names of fewer letters have a word joined on without a hyphen only under their own end: `armynews.com` is somebody's.
const LONG: usize = 8;

/// The ends under which such names are registered besides the target's own.
const USUAL_ENDS: [&str; 8] = ["com", "net", "org", "info", "online", "site", "support", "co"];

/// A word joined on to a name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Joint<'a> {
    /// What the word leaves of the label.
    pub(crate) rest: &'a str,
    with_hyphen: bool,
    /// Whether honest names have the word as well.
    is_honest: bool,
}

/// Calls `each` with every joint between a known word, at the beginning or the end, and the rest of a label.
pub(crate) fn joints<'a>(label: &'a str, tables: &Tables, each: &mut impl FnMut(Joint<'a>)) {
    let beginning = label.split_once('-');
    let ending = label.rsplit_once('-').map(|(rest, word)| (word, rest));
    for (word, rest) in beginning.into_iter().chain(ending) {
        if let Some(is_honest) = tables.is_joined_to_honest_names(word) {
            each(Joint {
                rest,
                with_hyphen: true,
                is_honest,
            });
        }
    }
    let mut alone = |word: &str, rest: Option<&'a str>| {
        if let Some(rest) = rest.filter(|rest| letters(rest) > SHORT && letters(word) >= ENOUGH_ALONE) {
            each(Joint {
                rest,
                with_hyphen: false,
                is_honest: true,
            });
        }
    };
    for word in tables.joined_words_beginning(label.as_bytes().first()) {
        alone(word, label.strip_prefix(word));
    }
    for word in tables.joined_words_ending(label.as_bytes().last()) {
        alone(word, label.strip_suffix(word));
    }
}

/// Whether the registered label is the target's with a word joined on, under the target's end or a usual one.
///
/// A short name counts where it is protected and a hyphen joins a word on to it that honest names do not have.
/// A target whose label is such a word itself (`mail.ru`) has no part in this: every second name would be one.
pub(crate) fn compare(target: &Target<'_>, name: Name<'_>, tables: &Tables) -> Option<Evidence> {
    let meant = target.label;
    let is_word = tables.is_joined_to_honest_names(meant).is_some();
    let is_short = letters(meant) <= SHORT;
    if target.is_subdomain || is_word || letters(meant) < SHORT {
        return None;
    }
    let is_same_end = name.suffix() == target.suffix;
    let mut found = None;
    joints(name.label(), tables, &mut |joint| {
        let counts = match is_short {
            true => joint.with_hyphen && !joint.is_honest && target.standing == Standing::Protected,
            false => joint.with_hyphen || is_same_end || letters(meant) >= LONG,
        };
        if joint.rest == meant && counts {
            let strength = if joint.is_honest {
                Strength::Weak
            } else {
                Strength::Fair
            };
            found = found.max(Some(strength));
        }
    });
    let last = |end: &'_ str| end.rsplit('.').next().map(str::len) == Some(2);
    let is_same_country =
        last(name.suffix()) && name.suffix().rsplit('.').next() == target.suffix.rsplit('.').next();
    let is_usual_end = is_same_end || is_same_country || USUAL_ENDS.contains(&name.suffix());
    let strength = found.filter(|_| is_usual_end)?;
    Some(Evidence {
        kind: ReasonKind::JoinedWord,
        strength: if is_short { Strength::Weak } else { strength },
        clauses: vec![Clause::new(
            Form::JoinedWord,
            [("written", shown(name.label())), ("meant", shown(meant))],
        )],
    })
}
