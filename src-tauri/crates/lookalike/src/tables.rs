//! Tables: the data files that a person can read and correct, compiled in.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::signal::keyboard::Keyboard;

const TOP_LEVEL_DOMAINS: &str = include_str!("../tables/top_level_domains.tsv");
const ENDS: &str = include_str!("../tables/ends.tsv");
const PROVIDERS: &str = include_str!("../tables/providers.tsv");
pub(crate) const KEYBOARDS: &str = include_str!("../tables/keyboards.tsv");

/// How likely one end is written for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Likelihood {
    /// A slip of the fingers; hardly anybody means the written end.
    Slip,
    /// A slip of the memory: both ends are usual.
    Mixup,
    /// Either may be meant; sister organisations often have both.
    Sister,
}

/// All tables, read once.
pub(crate) static TABLES: LazyLock<Tables> = LazyLock::new(Tables::read);

/// What the tables say.
#[derive(Clone, Debug)]
pub(crate) struct Tables {
    pub(crate) keyboard: Keyboard,
    confused: BTreeMap<(&'static str, &'static str), Likelihood>,
    ends: BTreeMap<&'static str, &'static str>,
    /// Mail providers' domains, and whether everybody knows them.
    providers: BTreeMap<&'static str, bool>,
}

impl Tables {
    /// Reads the tables. A row of another form is left out; a test shows that there is none.
    fn read() -> Self {
        Self {
            keyboard: Keyboard::read(),
            confused: rows(TOP_LEVEL_DOMAINS).filter_map(confused_row).collect(),
            ends: rows(ENDS).filter_map(|row| row.split_once('\t')).collect(),
            providers: rows(PROVIDERS).filter_map(provider_row).collect(),
        }
    }

    /// How likely `written` stands for `meant`; both are ends, or labels of an end.
    pub(crate) fn likelihood(&self, meant: &str, written: &str) -> Option<Likelihood> {
        self.confused.get(&(meant, written)).copied()
    }

    /// What an end stands for, as it closes the sentence “.ml” is …: `Mali`, `for organisations`.
    pub(crate) fn end_name(&self, end: &str) -> Option<&'static str> {
        self.ends.get(end).copied()
    }

    /// Whether the domain is that of a real mail provider, where anybody may have an address.
    pub(crate) fn is_provider(&self, registrable: &str) -> bool {
        self.providers.contains_key(registrable)
    }

    /// The providers that everybody knows: a slip of their names needs no history.
    pub(crate) fn well_known(&self) -> impl Iterator<Item = &'static str> {
        self.providers
            .iter()
            .filter(|(_, known)| **known)
            .map(|(domain, _)| *domain)
    }
}

/// The lines that hold data: neither empty nor a comment.
pub(crate) fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn confused_row(row: &'static str) -> Option<((&'static str, &'static str), Likelihood)> {
    let mut fields = row.split('\t');
    let (meant, written) = (fields.next()?, fields.next()?);
    let likelihood = match fields.next()? {
        "slip" => Likelihood::Slip,
        "mixup" => Likelihood::Mixup,
        "sister" => Likelihood::Sister,
        _ => return None,
    };
    fields.next().is_none().then_some(((meant, written), likelihood))
}

fn provider_row(row: &'static str) -> Option<(&'static str, bool)> {
    match row.split_once('\t') {
        Some((domain, "known")) => Some((domain, true)),
        Some(_) => None,
        None => Some((row, false)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use message::Domain;

    use super::*;

    fn check_keys<K: Ord + std::fmt::Debug>(keys: impl Iterator<Item = Option<K>>) {
        let mut seen = BTreeSet::new();
        for (row, key) in keys.enumerate() {
            let key = key.unwrap_or_else(|| panic!("row {} has another form", row + 1));
            let text = format!("{key:?}");
            assert!(seen.insert(key), "{text} comes twice");
        }
        assert!(!seen.is_empty());
    }

    #[test]
    fn every_row_of_the_ends_is_whole() {
        check_keys(rows(TOP_LEVEL_DOMAINS).map(|row| confused_row(row).map(|(pair, _)| pair)));
        for row in rows(TOP_LEVEL_DOMAINS) {
            let ((meant, written), _) = confused_row(row).unwrap();
            assert_ne!(meant, written);
            for end in [meant, written] {
                assert_eq!(Domain::parse(end).unwrap().ascii(), end);
            }
        }
    }

    #[test]
    fn every_row_of_the_names_is_whole() {
        check_keys(rows(ENDS).map(|row| row.split_once('\t').map(|(end, _)| end)));
        for row in rows(ENDS) {
            let (end, name) = row.split_once('\t').unwrap();
            let is_country = end.len() == 2;
            let is_known = psl::suffix(end.as_bytes()).is_some_and(|suffix| suffix.is_known());
            assert!(is_country || is_known, "{end} does not exist");
            assert!(!name.trim().is_empty() && !name.contains('\t'), "{end}");
        }
    }

    #[test]
    fn every_row_of_the_providers_is_a_domain_of_its_own() {
        check_keys(rows(PROVIDERS).map(|row| provider_row(row).map(|(domain, _)| domain)));
        for row in rows(PROVIDERS) {
            let (domain, _) = provider_row(row).unwrap();
            let parsed = Domain::parse(domain).unwrap();
            assert_eq!(
                parsed
                    .registrable()
                    .as_ref()
                    .map(message::RegistrableDomain::as_str),
                Some(domain)
            );
        }
    }
}
