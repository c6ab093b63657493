//! Preferences: what the user chose.

use std::path::Path;

use message::{Address, Domain};

use crate::{
    AlertChoices, Client, Error, Fault, Language, alerts, check,
    document::{self, PreferencesDocument},
    file, response, sign_in,
};

/// What the user chose, beside what the organisation fixed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preferences {
    /// Domains that count as meant.
    pub protected_domains: Vec<Domain>,
    /// Domains that are right although they look like another.
    pub trusted_domains: Vec<Domain>,
    /// Addresses that are right whatever their domain looks like.
    pub trusted_addresses: Vec<Address>,
    /// The language; none to speak the desktop's.
    pub language: Option<Language>,
    /// How alerts are shown.
    pub alerts: AlertChoices,
    /// Days that the record of an incident is kept, where the organisation fixed none.
    pub retention_days: Option<u32>,
    /// Under which name Astray is registered with providers on whose page users sign in, by the provider's name.
    pub sign_in_clients: Vec<(String, Client)>,
}

impl Preferences {
    /// Reads the user's file; where there is none, nothing was chosen.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where the system refuses, [`Error::Faulty`] with every fault and its place. The file is left as it is.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let Some(json) = file::read(path)? else {
            return Ok(Self::default());
        };
        checked(&json).map_err(|faults| Error::Faulty {
            path: Some(path.into()),
            faults,
        })
    }

    /// Keeps the choices in a file that only the user can read: each once, sorted. Whatever happens meanwhile, the file holds
    /// either the choices before or these.
    ///
    /// # Errors
    /// [`Error::Unwritable`] where the system refuses; the file is then as it was. [`Error::Faulty`] where there are more
    /// choices than could be read again.
    pub fn write(&self, path: &Path) -> Result<(), Error> {
        let document = PreferencesDocument {
            protected_domains: sorted(&self.protected_domains),
            trusted_domains: sorted(&self.trusted_domains),
            trusted_addresses: sorted(&self.trusted_addresses),
            language: self.language,
            alerts: alerts::document(self.alerts),
            retention_days: self.retention_days,
            sign_in_clients: sign_in::written(&self.sign_in_clients),
        };
        let faulty = |faults| Error::Faulty {
            path: Some(path.into()),
            faults,
        };
        let mut json = serde_json::to_string_pretty(&document).map_err(|error| faulty(vec![error.into()]))?;
        json.push('\n');
        checked(&json).map_err(faulty)?;
        paths::replace(path, json.as_bytes()).map_err(|source| Error::Unwritable {
            path: path.into(),
            source,
        })
    }
}

fn checked(json: &str) -> Result<Preferences, Vec<Fault>> {
    let document: PreferencesDocument = document::read(json)?;
    let counts = [
        document.protected_domains.len(),
        document.trusted_domains.len(),
        document.trusted_addresses.len(),
        document.sign_in_clients.len(),
    ];
    let mut faults = check::too_many(&counts);
    let preferences = Preferences {
        protected_domains: check::domains("protected_domains", &document.protected_domains, &mut faults),
        trusted_domains: check::domains("trusted_domains", &document.trusted_domains, &mut faults),
        trusted_addresses: check::addresses("trusted_addresses", &document.trusted_addresses, &mut faults),
        language: document.language,
        alerts: alerts::checked(&document.alerts, &mut faults),
        retention_days: document
            .retention_days
            .map(|days| response::retention(days, &mut faults)),
        sign_in_clients: sign_in::clients(&document.sign_in_clients, &mut faults),
    };
    if faults.is_empty() {
        Ok(preferences)
    } else {
        Err(faults)
    }
}

fn sorted<T: Ord + ToString>(values: &[T]) -> Vec<String> {
    let mut values: Vec<&T> = values.iter().collect();
    values.sort_unstable();
    values.dedup();
    values.into_iter().map(ToString::to_string).collect()
}

#[cfg(test)]
mod tests {
    use std::{fs, os::unix::fs::PermissionsExt};

    use super::*;

    fn chosen() -> Preferences {
        Preferences {
            protected_domains: vec![
                Domain::parse("müller.de").unwrap(),
                Domain::parse("army.mil").unwrap(),
            ],
            trusted_domains: vec![Domain::parse("army.ml").unwrap()],
            trusted_addresses: vec![Address::parse("john@army.il").unwrap()],
            language: Some(Language::German),
            alerts: AlertChoices {
                lowest_severity: Some(lookalike::Severity::High),
                privacy: Some(true),
                quiet_hours: Some(crate::QuietHours::parse("22:00-07:00")),
            },
            retention_days: Some(90),
            sign_in_clients: vec![(
                "Google".to_owned(),
                Client {
                    id: "astray.apps.example".to_owned(),
                    secret: None,
                },
            )],
        }
    }

    #[test]
    fn reads_back_what_it_wrote_each_once_and_sorted() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("deeper/preferences.json");
        assert_eq!(Preferences::read(&path).unwrap(), Preferences::default());
        let mut preferences = chosen();
        preferences
            .protected_domains
            .push(Domain::parse("army.mil").unwrap());
        preferences.write(&path).unwrap();
        let mut expected = chosen();
        expected.protected_domains.sort();
        assert_eq!(Preferences::read(&path).unwrap(), expected);
    }

    #[test]
    fn the_file_is_the_users_alone_and_nothing_is_left_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("preferences.json");
        fs::write(&path, "{}").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o644)).unwrap();
        chosen().write(&path).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_bad_file_is_named_and_kept() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("preferences.json");
        for (text, expected) in [
            (
                "{\"trusted_addresses\": [\"john\"]}",
                "trusted_addresses[0]: “john” is no address: “john” has no @",
            ),
            (
                "{\"retention_days\": 0}",
                "retention_days: 0 is not between 1 and 36500 days",
            ),
            ("{\"theme\": 1}", "line 1, column 8: unknown field \"theme\""),
        ] {
            fs::write(&path, text).unwrap();
            let error = Preferences::read(&path).unwrap_err();
            assert!(
                error
                    .to_string()
                    .starts_with(&format!("{} cannot be used: {expected}", path.display())),
                "{error}"
            );
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        fs::write(&path, b"\xff").unwrap();
        assert!(matches!(Preferences::read(&path), Err(Error::Unreadable { .. })));
    }

    #[test]
    fn a_file_that_cannot_be_written_stays_as_it_was() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("preferences.json");
        chosen().write(&path).unwrap();
        let mut too_many = chosen();
        too_many.trusted_domains = (0..50_001)
            .map(|n| Domain::parse(&format!("d{n}.de")).unwrap())
            .collect();
        assert!(matches!(too_many.write(&path), Err(Error::Faulty { .. })));
        assert_eq!(
            Preferences::read(&path).unwrap().trusted_domains,
            chosen().trusted_domains
        );
        assert!(matches!(
            chosen().write(dir.path()),
            Err(Error::Unwritable { .. })
        )); // a directory is in the way
    }
}
