//! Preferences: the domains and addresses that the user chose.

use std::path::Path;

use message::{Address, Domain};

use crate::{
    Error, Fault, atomic, check,
    document::{self, PreferencesDocument},
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
}

impl Preferences {
    /// Reads the user's file; where there is none, nothing was chosen.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where the system refuses, [`Error::Faulty`] with every fault and its place. The file is left as it is.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let Some(json) = atomic::read(path)? else {
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
        };
        let faulty = |faults| Error::Faulty {
            path: Some(path.into()),
            faults,
        };
        let mut json = serde_json::to_string_pretty(&document).map_err(|error| faulty(vec![error.into()]))?;
        json.push('\n');
        checked(&json).map_err(faulty)?;
        atomic::write(path, &json)
    }
}

fn checked(json: &str) -> Result<Preferences, Vec<Fault>> {
    let document: PreferencesDocument = document::read(json)?;
    let counts = [
        document.protected_domains.len(),
        document.trusted_domains.len(),
        document.trusted_addresses.len(),
    ];
    let mut faults = check::too_many(&counts);
    let preferences = Preferences {
        protected_domains: check::domains("protected_domains", &document.protected_domains, &mut faults),
        trusted_domains: check::domains("trusted_domains", &document.trusted_domains, &mut faults),
        trusted_addresses: check::addresses("trusted_addresses", &document.trusted_addresses, &mut faults),
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
