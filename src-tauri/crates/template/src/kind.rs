//! Kind: which letters have a template, and the placeholders of each.

/// A letter that is written from a template. The corrected copy has none: it is the user's own text again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LetterKind {
    /// Asks an unintended recipient to delete what they got.
    Recall,
    /// Asks once more, after the date by which the answer was due.
    Reminder,
    /// Tells the security desk.
    Report,
}

impl LetterKind {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Recall, Self::Reminder, Self::Report];

    /// The name in files and policies.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Recall => "recall",
            Self::Reminder => "reminder",
            Self::Report => "report",
        }
    }

    /// The letter of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == name)
    }

    /// What can be filled in.
    pub const fn placeholders(self) -> &'static [&'static str] {
        match self {
            Self::Recall => RECALL,
            Self::Reminder => REMINDER,
            Self::Report => REPORT,
        }
    }
}

/// Nothing of the stray message itself: a recall request that repeats it would send it a second time.
const RECALL: &[&str] = &[
    "from",       // the address that the message was sent from
    "sent_at",    // when it was sent, with its time and zone
    "confirm_by", // the date by which the answer is asked for
    "contact",    // whom to reach with questions
];

const REMINDER: &[&str] = &[
    "from",
    "sent_at",
    "asked_on",   // the date of the first request
    "confirm_by", // the new date
    "contact",
];

const REPORT: &[&str] = &[
    "reference",    // the incident's number on the user's computer
    "from",         // the address that the message was sent from
    "sent_at",      // when it was sent
    "noticed_at",   // when Astray saw it
    "confirmed_at", // when the user said that it is a mistake
    "sent_to",      // the wrong addresses, one a line
    "meant_for",    // the right ones, or the domains that were probably meant, one a line
    "why",          // why Astray thinks so, one reason a line
    "delivery",     // what is known of the delivery
    "contents",     // what the user says it contained, one kind a line
    "found",        // what Astray found in it, kinds and counts
    "done",         // what has been done, with its times
    "decide_by",    // by when it has to be decided whether somebody must be told
    "details",      // subject and attachment names, where the user adds them
    "note",         // the user's own words
    "contact",      // how to reach the user
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_as_they_are_written() {
        for kind in LetterKind::ALL {
            assert_eq!(LetterKind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(LetterKind::parse("corrected"), None);
    }

    #[test]
    fn a_letter_to_the_unintended_recipient_can_repeat_nothing_of_the_message() {
        for kind in [LetterKind::Recall, LetterKind::Reminder] {
            for secret in ["details", "contents", "found", "note", "meant_for", "why"] {
                assert!(!kind.placeholders().contains(&secret), "{secret}");
            }
        }
    }
}
