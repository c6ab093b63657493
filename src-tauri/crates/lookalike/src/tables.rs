//! Tables: the data files that a person can read and correct, compiled in.

use std::{
    collections::BTreeMap,
    sync::{Arc, LazyLock},
};

use crate::{
    additions::{Added, Additions},
    signal::keyboard::Keyboard,
};

const TOP_LEVEL_DOMAINS: &str = include_str!("../tables/top_level_domains.tsv");
const ENDS: &str = include_str!("../tables/ends.tsv");
const PROVIDERS: &str = include_str!("../tables/providers.tsv");
const WELL_KNOWN: &str = include_str!("../tables/well_known.txt");
const ROLES: &str = include_str!("../tables/roles.txt");
const HOSTS: &str = include_str!("../tables/hosts.txt");
const JOINED_WORDS: &str = include_str!("../tables/joined_words.tsv");
pub(crate) const LETTERS: &str = include_str!("../tables/letters.tsv");
pub(crate) const GLYPHS: &str = include_str!("../tables/glyphs.tsv");
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
pub(crate) static TABLES: LazyLock<Arc<Tables>> = LazyLock::new(|| Arc::new(Tables::read()));

/// What the tables say.
#[derive(Clone, Debug)]
pub(crate) struct Tables {
    pub(crate) keyboard: Keyboard,
    confused: BTreeMap<(&'static str, &'static str), Likelihood>,
    ends: BTreeMap<&'static str, &'static str>,
    /// Mail providers' domains, and whether everybody knows them.
    providers: BTreeMap<&'static str, bool>,
    /// Words that are joined on to names, and whether to honest ones as well.
    joined_words: BTreeMap<&'static str, bool>,
    /// The same words by their first and by their last octet.
    beginning: BTreeMap<u8, Vec<&'static str>>,
    ending: BTreeMap<u8, Vec<&'static str>>,
    added: Added,
}

impl Tables {
    /// Reads the tables. A row of another form is left out; a test shows that there is none.
    fn read() -> Self {
        let (mut beginning, mut ending) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        let joined_words: BTreeMap<_, _> = rows(JOINED_WORDS).filter_map(joined_word_row).collect();
        for word in joined_words.keys().copied() {
            for (octet, by_octet) in [
                (word.as_bytes().first(), &mut beginning),
                (word.as_bytes().last(), &mut ending),
            ] {
                by_octet
                    .entry(octet.copied().unwrap_or_default())
                    .or_default()
                    .push(word);
            }
        }
        Self {
            joined_words,
            beginning,
            ending,
            keyboard: Keyboard::read(),
            added: Added::default(),
            confused: rows(TOP_LEVEL_DOMAINS).filter_map(confused_row).collect(),
            ends: rows(ENDS).filter_map(|row| row.split_once('\t')).collect(),
            providers: rows(PROVIDERS).filter_map(provider_row).collect(),
        }
    }

    /// These tables with an organisation's additions.
    pub(crate) fn with(&self, additions: Additions) -> Self {
        Self {
            added: Added::new(additions),
            ..self.clone()
        }
    }

    /// How likely `written` stands for `meant`; both are ends, or labels of an end.
    pub(crate) fn likelihood(&self, meant: &str, written: &str) -> Option<Likelihood> {
        let added = || self.added.has_ends(meant, written).then_some(Likelihood::Slip);
        self.confused.get(&(meant, written)).copied().or_else(added)
    }

    /// Whether honest names have the word joined on as well; none where it is no such word.
    pub(crate) fn is_joined_to_honest_names(&self, word: &str) -> Option<bool> {
        let added = || self.added.has_word(word).then_some(false);
        self.joined_words.get(word).copied().or_else(added)
    }

    /// The words to join on that begin with that octet.
    pub(crate) fn joined_words_beginning(&self, octet: Option<&u8>) -> impl Iterator<Item = &'static str> {
        octet
            .and_then(|octet| self.beginning.get(octet))
            .into_iter()
            .flatten()
            .copied()
    }

    /// The words to join on that end with that octet.
    pub(crate) fn joined_words_ending(&self, octet: Option<&u8>) -> impl Iterator<Item = &'static str> {
        octet
            .and_then(|octet| self.ending.get(octet))
            .into_iter()
            .flatten()
            .copied()
    }

    /// What an end stands for, as it closes the sentence “.ml” is …: `Mali`, `for organisations`.
    pub(crate) fn end_name(&self, end: &str) -> Option<&'static str> {
        self.ends.get(end).copied()
    }

    /// Whether the domain is that of a real mail provider, where anybody may have an address.
    pub(crate) fn is_provider(&self, registrable: &str) -> bool {
        self.providers.contains_key(registrable)
    }

    /// Whether the name is on the list of real names that are well known, just so.
    pub(crate) fn is_well_known(&self, name: &str) -> bool {
        has_line(WELL_KNOWN, name) || self.added.has_name(name)
    }

    /// Whether hosting networks name other people's sites under that domain.
    pub(crate) fn is_host(&self, registrable: &str) -> bool {
        has_line(HOSTS, registrable)
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

/// Whether the name before the @ is one that every organisation has: it says nothing of a person.
pub(crate) fn is_role(local: &str) -> bool {
    has_line(ROLES, local)
}

/// Whether `sorted` text has this line. Lines are found by halving the text itself: an index of them would be larger than they are.
fn has_line(sorted: &str, line: &str) -> bool {
    let mut rest = sorted;
    while !rest.is_empty() {
        let middle = rest.floor_char_boundary(rest.len() / 2);
        let (before, after) = rest.split_at_checked(middle).unwrap_or((rest, ""));
        let begin = before.rfind('\n').map_or(0, |at| at.saturating_add(1));
        let end = after
            .find('\n')
            .map_or(rest.len(), |at| middle.saturating_add(at));
        let found = rest.get(begin..end).unwrap_or("");
        let next = match found.cmp(line) {
            std::cmp::Ordering::Equal => return true,
            std::cmp::Ordering::Less => rest.get(end.saturating_add(1)..),
            std::cmp::Ordering::Greater => rest.get(..begin.saturating_sub(1)),
        };
        rest = next.unwrap_or("");
    }
    false
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

fn joined_word_row(row: &'static str) -> Option<(&'static str, bool)> {
    match row.split_once('\t') {
        Some((word, "weak")) => Some((word, true)),
        Some(_) => None,
        None => Some((row, false)),
    }
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
    fn the_well_known_names_are_sorted_and_each_is_found() {
        // Comments come first, and so do not disturb the order: a number sign sorts before every letter and figure.
        for table in [WELL_KNOWN, HOSTS, ROLES] {
            let mut names = table.lines().skip_while(|line| line.starts_with('#'));
            assert!(names.by_ref().is_sorted());
        }
        let tables = Tables::read();
        for name in rows(WELL_KNOWN) {
            assert!(tables.is_well_known(name), "{name}");
        }
        for name in ["", "a", "army.ml", "zzz.example", "gmail.co"] {
            assert!(!tables.is_well_known(name), "{name}");
        }
    }

    #[test]
    fn every_row_of_the_joined_words_is_whole() {
        check_keys(rows(JOINED_WORDS).map(|row| joined_word_row(row).map(|(word, _)| word)));
        for row in rows(JOINED_WORDS) {
            let (word, _) = joined_word_row(row).unwrap();
            assert!(word.bytes().all(|octet| octet.is_ascii_lowercase()), "{word}");
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
