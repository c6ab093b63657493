//! What went wrong with the casebook, the policy or the preferences, and what to do about it, in the language that is spoken.

use std::path::Path;

use fluent_bundle::FluentValue;
use watch::Trouble;

use super::{say, say_with};

/// The casebook's error. What SQLite says of it goes to the log alone.
pub(crate) fn casebook(error: &casebook::Error) -> Trouble {
    use casebook::Error;
    let trouble = |message: String, hint: &str| Trouble {
        message,
        hint: say(hint),
    };
    match error {
        Error::CannotOpen { path, .. } => trouble(at("casebook-cannot-open", path), "casebook-folder-hint"),
        Error::CannotKeep { path, .. } => trouble(at("casebook-cannot-keep", path), "casebook-folder-hint"),
        Error::Newer { path } => trouble(at("casebook-newer", path), "casebook-newer-hint"),
        Error::Unreadable(_) => trouble(say("casebook-unreadable"), "casebook-unreadable-hint"),
        Error::Refused(_) => trouble(say("casebook-refused"), "casebook-refused-hint"),
        Error::NeedsReason => trouble(say("casebook-needs-reason"), "casebook-needs-reason-hint"),
        Error::Busy => trouble(say("casebook-busy"), "casebook-busy-hint"),
        Error::Unknown(number) => trouble(
            say_with("casebook-unknown", &[("number", number.to_string().into())]),
            "casebook-unknown-hint",
        ),
        Error::Storage(_) => trouble(say("casebook-storage"), "casebook-storage-hint"),
    }
}

/// An error of the policy or of the preferences. The faults in a file are for whoever keeps it, and stay in English as its keys are.
pub(crate) fn policy(error: &policy::Error) -> Trouble {
    use policy::Error;
    match error {
        Error::Unreadable { path, .. } => Trouble {
            message: at("policy-unreadable", path),
            hint: at("policy-unreadable-hint", path),
        },
        Error::Faulty { path, faults } => {
            let path = path.as_deref().unwrap_or_else(|| Path::new(""));
            let faults: Vec<String> = faults.iter().take(MOST_FAULTS).map(ToString::to_string).collect();
            let values = [
                ("path", shown(path)),
                ("faults", FluentValue::from(faults.join("; "))),
            ];
            Trouble {
                message: say_with("policy-faulty", &values),
                hint: at("policy-faulty-hint", path),
            }
        }
        Error::Unwritable { path, .. } => Trouble {
            message: at("policy-unwritable", path),
            hint: at("policy-unwritable-hint", path),
        },
    }
}

/// Faults that are named; who mends these sees the rest.
const MOST_FAULTS: usize = 10;

fn at(id: &str, path: &Path) -> String {
    say_with(id, &[("path", shown(path))])
}

fn shown(path: &Path) -> FluentValue<'static> {
    message::shown(&path.display().to_string()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_with_what_is_wrong_in_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("policy.json");
        std::fs::write(&path, "{\"trusted_domains\": [\"a..b\"]}").unwrap();
        let said = policy(&::policy::Policy::read(&path).unwrap_err());
        let place = path.display();
        assert_eq!(
            said.message,
            format!(
                "{place} cannot be used: trusted_domains[0]: “a..b” is no domain: it has a dot too many."
            )
        );
        assert!(said.hint.contains(&place.to_string()));
    }

    #[test]
    fn what_the_casebook_refuses_has_its_hint() {
        let error = casebook::Error::Unknown(7);
        let said = casebook(&error);
        assert_eq!(
            (said.message.as_str(), said.hint),
            ("There is no number 7 in the casebook.", error.hint())
        );
    }
}
