//! What went wrong with the casebook, the policy or the preferences, and what to do about it, in the language that is spoken.

use std::path::Path;

use policy::Fault;
use watch::Trouble;

use super::{
    faults,
    line::{Line, Words},
};

/// The casebook's error. What SQLite says of it goes to the log alone.
pub(crate) fn casebook(error: &casebook::Error) -> Trouble {
    casebook_words(error).said()
}

/// An error of the policy or of the preferences.
pub(crate) fn policy(error: &policy::Error) -> Trouble {
    policy_words(error).said()
}

fn casebook_words(error: &casebook::Error) -> Words {
    use casebook::Error;
    let file = |id: &'static str, path: &Path, hint: &'static str| Words {
        message: at(id, path),
        hint: Line::of(hint),
    };
    match error {
        Error::CannotOpen { path, .. } => file("casebook-cannot-open", path, "casebook-folder-hint"),
        Error::CannotKeep { path, .. } => file("casebook-cannot-keep", path, "casebook-folder-hint"),
        Error::Newer { path } => file("casebook-newer", path, "casebook-newer-hint"),
        Error::Unreadable(_) => Words::plain("casebook-unreadable", "casebook-unreadable-hint"),
        Error::Refused(_) => Words::plain("casebook-refused", "casebook-refused-hint"),
        Error::NeedsReason => Words::plain("casebook-needs-reason", "casebook-needs-reason-hint"),
        Error::Busy => Words::plain("casebook-busy", "casebook-busy-hint"),
        Error::Unknown(number) => Words {
            message: Line::of("casebook-unknown").with("number", number.to_string()),
            hint: Line::of("casebook-unknown-hint"),
        },
        Error::Storage(_) => Words::plain("casebook-storage", "casebook-storage-hint"),
    }
}

pub(super) fn policy_words(error: &policy::Error) -> Words {
    use policy::Error;
    let file = |message: &'static str, hint: &'static str, path: &Path| Words {
        message: at(message, path),
        hint: at(hint, path),
    };
    match error {
        Error::Unreadable { path, .. } => file("policy-unreadable", "policy-unreadable-hint", path),
        Error::Faulty { path, faults } => {
            let path = path.as_deref().unwrap_or_else(|| Path::new(""));
            let words = file("policy-faulty", "policy-faulty-hint", path);
            Words {
                message: words.message.with("faults", listed(faults)),
                ..words
            }
        }
        Error::Unwritable { path, .. } => file("policy-unwritable", "policy-unwritable-hint", path),
    }
}

fn listed(faults: &[Fault]) -> String {
    let mut named: Vec<String> = faults.iter().take(MOST_FAULTS).map(faults::said).collect();
    let more = faults.len().saturating_sub(MOST_FAULTS);
    if more > 0 {
        named.push(Line::of("faults-more").with("count", more).said());
    }
    named.join("; ")
}

/// Faults that are named; the rest is counted.
const MOST_FAULTS: usize = 10;

fn at(id: &'static str, path: &Path) -> Line {
    Line::of(id).with("path", message::shown(&path.display().to_string()))
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;
    use crate::wording::line::tests::check;

    /// A policy file with so many faults.
    fn faulty(count: usize) -> (String, Words) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("policy.json");
        let entries = ["\"a..b\""].repeat(count).join(",");
        std::fs::write(&path, format!("{{\"trusted_domains\": [{entries}]}}")).unwrap();
        let error = ::policy::Policy::read(&path).unwrap_err();
        (path.display().to_string(), policy_words(&error))
    }

    #[test]
    fn a_file_is_named_with_what_is_wrong_in_it() {
        let (path, words) = faulty(1);
        assert_eq!(
            words.message.said(),
            format!(
                "{path} can't be used: trusted_domains[0]: “a..b” is not a domain: it has a dot too many."
            )
        );
        assert!(words.hint.said().contains(&path));
        let (_, words) = faulty(13);
        assert!(
            words
                .message
                .said()
                .ends_with("it has a dot too many; and 3 more.")
        );
    }

    #[test]
    fn every_error_is_worded_in_both_languages() {
        let path = || "/var/astray.db".into();
        let casebook = [
            casebook::Error::CannotKeep {
                path: path(),
                source: io::Error::other("x"),
            },
            casebook::Error::Newer { path: path() },
            casebook::Error::Unreadable("x".to_owned()),
            casebook::Error::Refused("done"),
            casebook::Error::NeedsReason,
            casebook::Error::Busy,
            casebook::Error::Unknown(7),
        ];
        let mut words: Vec<Words> = casebook.iter().map(casebook_words).collect();
        let policy = [
            ::policy::Error::Unreadable {
                path: path(),
                source: io::Error::other("x"),
            },
            ::policy::Error::Unwritable {
                path: path(),
                source: io::Error::other("x"),
            },
        ];
        words.extend(policy.iter().map(policy_words));
        words.push(faulty(13).1);
        // What only SQLite can make.
        words.push(Words::plain("casebook-storage", "casebook-storage-hint"));
        words.push(Words {
            message: at("casebook-cannot-open", Path::new("/var/astray.db")),
            hint: Line::of("casebook-folder-hint"),
        });
        check(include_str!("files.rs"), &words);
    }
}
