//! Line: a sentence of the catalogue with what is filled in, before a language is chosen.

use fluent_bundle::FluentValue;
use policy::Language;
use watch::Trouble;

use super::{say_in, spoken};

/// A sentence of the catalogue. Values are text that is safe to show, or numbers.
#[derive(Debug)]
pub(super) struct Line {
    id: &'static str,
    values: Vec<(&'static str, FluentValue<'static>)>,
}

impl Line {
    pub(super) const fn of(id: &'static str) -> Self {
        Self {
            id,
            values: Vec::new(),
        }
    }

    pub(super) fn with(mut self, name: &'static str, value: impl Into<FluentValue<'static>>) -> Self {
        self.values.push((name, value.into()));
        self
    }

    /// What a server or a program said, for the sentences that quote it; it may be nothing.
    pub(super) fn quoting(self, words: &str) -> Self {
        let spoke = if words.is_empty() { "no" } else { "yes" };
        self.with("spoke", spoke).with("words", words.to_owned())
    }

    /// The sentence in the language that is spoken.
    pub(super) fn said(&self) -> String {
        self.said_in(spoken()).unwrap_or_else(|| self.id.to_owned())
    }

    fn said_in(&self, language: Language) -> Option<String> {
        say_in(language, self.id, &self.values)
    }
}

/// What is wrong, and what to do about it.
#[derive(Debug)]
pub(super) struct Words {
    pub(super) message: Line,
    pub(super) hint: Line,
}

impl Words {
    /// Two sentences that need nothing filled in.
    pub(super) const fn plain(message: &'static str, hint: &'static str) -> Self {
        Self {
            message: Line::of(message),
            hint: Line::of(hint),
        }
    }

    pub(super) fn said(&self) -> Trouble {
        Trouble {
            message: self.message.said(),
            hint: self.hint.said(),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// That each of these is a whole sentence in both languages; and that all sentences that `source` names are among them, so
    /// that no error goes unproved.
    pub(in super::super) fn check(source: &str, words: &[Words]) {
        let lines = words.iter().flat_map(|one| [&one.message, &one.hint]);
        for line in lines.clone() {
            for language in LANGUAGES {
                let said = line.said_in(language).unwrap_or_default();
                assert!(said.ends_with(['.', '…']), "{}: {said:?}", line.id);
            }
        }
        let said = said(lines);
        let named = ids_in(source);
        assert!(!named.is_empty(), "the source names no sentence");
        let unproved: Vec<_> = named.difference(&said).collect();
        assert!(unproved.is_empty(), "no example says {unproved:?}");
    }

    /// The ids of these, after each was said in both languages, with nothing left out and in other words.
    pub(in super::super) fn said<'a>(lines: impl IntoIterator<Item = &'a Line>) -> BTreeSet<&'static str> {
        let check = |line: &Line| {
            let [english, german] = LANGUAGES.map(|language| line.said_in(language).unwrap_or_default());
            assert_ne!(english, german, "{}", line.id);
            for said in [english, german] {
                // What is not filled in stands there as `{$name}`, a sentence that is not there as `{name}`.
                let is_whole = !said.contains("{$") && !said.contains("{mailbox-") && !said.contains("  ");
                assert!(is_whole && !said.is_empty(), "{}: {said:?}", line.id);
            }
            line.id
        };
        lines.into_iter().map(check).collect()
    }

    const LANGUAGES: [Language; 2] = [Language::English, Language::German];

    /// That no two of these are said with the same words, in either language.
    pub(in super::super) fn differ(lines: &[Line]) {
        for language in LANGUAGES {
            let said: BTreeSet<Option<String>> = lines.iter().map(|line| line.said_in(language)).collect();
            assert_eq!(said.len(), lines.len(), "{said:?}");
        }
    }

    /// The ids of sentences that a source names outside its tests.
    pub(in super::super) fn ids_in(source: &str) -> BTreeSet<&str> {
        let code = source.split("#[cfg(test)]").next().unwrap_or_default();
        // Every other part is within quotation marks; none in this code is escaped.
        let literals = code.split('"').skip(1).step_by(2);
        literals.filter(|text| is_id(text)).collect()
    }

    fn is_id(text: &str) -> bool {
        let is_of_errors = PLACES.iter().any(|place| text.starts_with(place));
        is_of_errors
            && text
                .bytes()
                .all(|octet| octet.is_ascii_lowercase() || octet == b'-')
    }

    /// How the ids of sentences about errors begin.
    const PLACES: [&str; 14] = [
        "account-",
        "address-",
        "casebook-",
        "domain-",
        "fault-",
        "keyring-",
        "lockout",
        "mailbox-",
        "oauth-",
        "policy-",
        "remedy-",
        "search-",
        "send-",
        "sign-in-",
    ];
}
