//! Reason: why the judge takes one domain for another, in words.

use std::fmt;

use crate::Clause;

/// One reason of a finding: its kind, for programs, and a sentence, for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    kind: ReasonKind,
    clauses: Vec<Clause>,
    detail: String,
}

impl Reason {
    /// A reason that these clauses say together.
    pub(crate) fn new(kind: ReasonKind, clauses: Vec<Clause>) -> Self {
        let parts: Vec<String> = clauses.iter().map(ToString::to_string).collect();
        Self {
            kind,
            clauses,
            detail: parts.join("; "),
        }
    }

    /// What kind of reason it is.
    pub const fn kind(&self) -> ReasonKind {
        self.kind
    }

    /// The parts of its sentence, for who says it in another language.
    pub fn clauses(&self) -> &[Clause] {
        &self.clauses
    }

    /// One plain English sentence without its full stop, safe to show.
    pub fn detail(&self) -> &str {
        &self.detail
    }
}

/// The kinds of reason. Their names are a contract: other programs read them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReasonKind {
    /// `omission`: a letter is missing (`rmy.mil` for `army.mil`).
    Omission,
    /// `insertion`: a letter too many (`armgy.mil`).
    Insertion,
    /// `repetition`: a letter doubled, or one of two lost (`armmy.mil`).
    Repetition,
    /// `transposition`: two neighbouring letters swapped (`amry.mil`).
    Transposition,
    /// `replacement`: one letter for another (`arny.mil`).
    Replacement,
    /// `two_slips`: two of the above in one long name (`rhinmetlal.com`).
    TwoSlips,
    /// `missing_dot`: a dot lost or typed as a hyphen (`usarmy.mil` for `us.army.mil`, `wwwarmy.mil`).
    MissingDot,
    /// `extra_dot`: a dot too many (`ar.my.mil`).
    ExtraDot,
    /// `moved_dot`: a dot one letter too early or too late (`arm.ymil`).
    MovedDot,
    /// `hyphen`: a hyphen lost, gained or moved (`acmecorp.com` for `acme-corp.com`).
    Hyphen,
    /// `top_level_domain`: the same name under another end (`army.ml` for `army.mil`, `nhs.co.uk` for `nhs.uk`).
    TopLevelDomain,
    /// `embedding`: the whole name stands inside another (`army.mil.example.net`, `army-mil.com`, `army.mil.com`).
    Embedding,
    /// `joined_word`: a word joined on to the name (`army-mail.com`, `ibmsupport.com`).
    JoinedWord,
    /// `sound`: another spelling of what sounds the same (`outluk.com` for `outlook.com`, `sales4ce.com`).
    Sound,
    /// `confusable`: other characters that look the same (`arrny.mil`, a Cyrillic `а`; UTS #39 section 4).
    Confusable,
    /// `same_person`: the same name before the @ is known at the other domain.
    SamePerson,
    /// `written_before`: the user has written to this very domain before, which speaks against a slip.
    WrittenBefore,
}

impl ReasonKind {
    /// Every kind.
    pub const ALL: [Self; 17] = [
        Self::Omission,
        Self::Insertion,
        Self::Repetition,
        Self::Transposition,
        Self::Replacement,
        Self::TwoSlips,
        Self::MissingDot,
        Self::ExtraDot,
        Self::MovedDot,
        Self::Hyphen,
        Self::TopLevelDomain,
        Self::Embedding,
        Self::JoinedWord,
        Self::Sound,
        Self::Confusable,
        Self::SamePerson,
        Self::WrittenBefore,
    ];

    /// The name that other programs read.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Omission => "omission",
            Self::Insertion => "insertion",
            Self::Repetition => "repetition",
            Self::Transposition => "transposition",
            Self::Replacement => "replacement",
            Self::TwoSlips => "two_slips",
            Self::MissingDot => "missing_dot",
            Self::ExtraDot => "extra_dot",
            Self::MovedDot => "moved_dot",
            Self::Hyphen => "hyphen",
            Self::TopLevelDomain => "top_level_domain",
            Self::Embedding => "embedding",
            Self::JoinedWord => "joined_word",
            Self::Sound => "sound",
            Self::Confusable => "confusable",
            Self::SamePerson => "same_person",
            Self::WrittenBefore => "written_before",
        }
    }

    /// Reads what [`ReasonKind::as_str`] wrote; none for any other text.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

impl fmt::Display for ReasonKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_are_read_as_they_are_written() {
        for kind in ReasonKind::ALL {
            assert_eq!(ReasonKind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(ReasonKind::parse("Omission"), None);
    }
}
