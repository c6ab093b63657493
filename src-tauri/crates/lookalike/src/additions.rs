//! Additions: what an organisation adds to the tables that the judge comes with.

use std::collections::BTreeSet;

use message::Domain;

/// What is added to the tables.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Additions {
    /// Words that deceivers join on to the organisation's name: `kyc`. Lower case.
    pub joined_words: Vec<String>,
    /// Real domains that are nobody's lookalike, such as other offices nearby. Unlike trusted ones they count where the very person is
    /// known at a domain like them.
    pub well_known: Vec<Domain>,
    /// Ends that are written for one another, the meant one first, as A-labels without a dot in front: `mil`, `nil`.
    pub confused_ends: Vec<(String, String)>,
}

/// The additions as they are looked up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Added {
    words: BTreeSet<String>,
    names: BTreeSet<String>,
    ends: BTreeSet<(String, String)>,
}

impl Added {
    pub(crate) fn new(additions: Additions) -> Self {
        let names = additions.well_known.iter();
        Self {
            words: additions.joined_words.into_iter().collect(),
            names: names.map(|domain| domain.ascii().to_owned()).collect(),
            ends: additions.confused_ends.into_iter().collect(),
        }
    }

    pub(crate) fn has_word(&self, word: &str) -> bool {
        self.words.contains(word)
    }

    pub(crate) fn has_name(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    pub(crate) fn has_ends(&self, meant: &str, written: &str) -> bool {
        self.ends
            .iter()
            .any(|(a, b)| (a.as_str(), b.as_str()) == (meant, written))
    }
}
