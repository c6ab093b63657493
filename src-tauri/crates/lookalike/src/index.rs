//! Index: from what was written to the few targets that it may stand for, at a cost that does not grow with their number.

use crate::{
    hash::Hash,
    table::{Batch, Table},
};

/// What a key was made from, so that keys of different kinds never meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum KeyKind {
    /// A registered label, whole or with a letter left out (deletion neighbourhood, as in SymSpell).
    Label,
    /// The registered label of a target of which two slips are looked for, with up to two letters left out.
    TwoSlips,
    /// A whole name without dots and hyphens.
    Joined,
    /// A whole name.
    Whole,
    /// A whole name with hyphens for dots.
    Hyphened,
    /// What a registered label looks like, coarsely.
    Look,
    /// What a registered label sounds like.
    Sound,
}

impl KeyKind {
    /// The key in words, as it closes the sentence “found by its …”.
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Label => "label with a letter left out",
            Self::TwoSlips => "label with letters left out",
            Self::Joined => "letters without dots and hyphens",
            Self::Whole => "whole name inside another",
            Self::Hyphened => "name with hyphens for dots",
            Self::Look => "look",
            Self::Sound => "sound",
        }
    }
}

/// What a target is found by: equal for texts that are equal and of one kind, and hardly ever for others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    pub(crate) kind: KeyKind,
    pub(crate) hash: u64,
}

impl Key {
    pub(crate) const fn new(kind: KeyKind, hash: Hash) -> Self {
        let tag = match kind {
            // These two are in tables of their own.
            KeyKind::Label | KeyKind::TwoSlips => b'l',
            KeyKind::Joined => b'j',
            KeyKind::Whole => b'w',
            KeyKind::Hyphened => b'h',
            KeyKind::Look => b'k',
            KeyKind::Sound => b's',
        };
        Self {
            kind,
            hash: hash.stirred(tag),
        }
    }

    const fn is_of_two_slips(self) -> bool {
        matches!(self.kind, KeyKind::TwoSlips)
    }
}

/// Keys and the targets that they lead to. A collision of two keys costs one more comparison and nothing else.
///
/// The keys of two slips are many on both sides, but only protected targets have them: in a table of their own they are looked
/// up in what the processor's cache holds, however many correspondents there are.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    usual: Table,
    two_slips: Table,
}

impl Index {
    /// The index of `count` targets. `keys` gives each key with its target's number, and the same ones each time.
    pub(crate) fn of(count: usize, keys: impl Fn(&mut dyn FnMut(Key, u32))) -> Self {
        let (mut usual, mut two_slips) = (0_usize, 0_usize);
        keys(&mut |key, _| match key.is_of_two_slips() {
            true => two_slips = two_slips.saturating_add(1),
            false => usual = usual.saturating_add(1),
        });
        let mut index = Self {
            usual: Table::with_room(usual, count),
            two_slips: Table::with_room(two_slips, count),
        };
        keys(&mut |key, _| index.table_mut(key).announce(key.hash));
        index.usual.allot();
        index.two_slips.allot();
        keys(&mut |key, target| index.table_mut(key).insert(key.hash, target));
        index
    }

    /// Begins to look for targets.
    pub(crate) fn search(&self) -> Search<'_> {
        Search {
            index: self,
            usual: Batch::default(),
            two_slips: Batch::default(),
            found: Vec::new(),
        }
    }

    const fn table_mut(&mut self, key: Key) -> &mut Table {
        match key.is_of_two_slips() {
            true => &mut self.two_slips,
            false => &mut self.usual,
        }
    }
}

/// Keys of one name on their way through the index.
///
/// They are gathered and looked up together, so that the processor waits for memory once and not for each.
#[derive(Debug)]
pub(crate) struct Search<'a> {
    index: &'a Index,
    usual: Batch,
    two_slips: Batch,
    found: Vec<u32>,
}

impl Search<'_> {
    pub(crate) fn add(&mut self, key: Key) {
        let Self { index, found, .. } = self;
        match key.is_of_two_slips() {
            true => self.two_slips.add(key.hash, &index.two_slips, found),
            false => self.usual.add(key.hash, &index.usual, found),
        }
    }

    /// The targets of all keys, each once, in the order of their numbers. Nothing is allocated where nothing is found.
    pub(crate) fn found(&mut self) -> Vec<u32> {
        self.two_slips.find(&self.index.two_slips, &mut self.found);
        self.usual.find(&self.index.usual, &mut self.found);
        let mut found = std::mem::take(&mut self.found);
        found.sort_unstable();
        found.dedup();
        found
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use proptest::prelude::*;

    use super::*;

    const KINDS: [KeyKind; 3] = [KeyKind::Label, KeyKind::TwoSlips, KeyKind::Joined];

    fn key(kind: usize, text: &str) -> Key {
        Key::new(KINDS[kind], Hash::of(text))
    }

    fn found(index: &Index, keys: impl IntoIterator<Item = Key>) -> Vec<u32> {
        let mut search = index.search();
        keys.into_iter().for_each(|key| search.add(key));
        search.found()
    }

    #[test]
    fn nothing_is_found_in_nothing() {
        let keys = || (0..3).map(|kind| key(kind, "army"));
        assert_eq!(found(&Index::default(), keys()), []);
        assert_eq!(found(&Index::of(0, |_| ()), keys()), []);
    }

    #[test]
    fn any_number_of_keys_is_looked_up() {
        let texts: Vec<String> = (0..500).map(|number| format!("name{number}")).collect();
        let index = Index::of(texts.len(), |each| {
            (0..)
                .zip(&texts)
                .for_each(|(number, text)| each(key(0, text), number));
        });
        let found = found(&index, texts.iter().map(|text| key(0, text)));
        assert_eq!(found, (0..500).collect::<Vec<u32>>());
    }

    proptest! {
        #[test]
        fn finds_what_a_map_would(rows in prop::collection::vec((0_usize..3, "[ab]{1,5}", 0_u32..900), 0..200)) {
            let index = Index::of(900, |each| {
                for (kind, text, target) in &rows {
                    each(key(*kind, text), *target);
                }
            });
            let mut map: BTreeMap<(usize, &str), BTreeSet<u32>> = BTreeMap::new();
            for (kind, text, target) in &rows {
                map.entry((*kind, text)).or_default().insert(*target);
            }
            for (kind, text) in rows.iter().flat_map(|(_, text, _)| [(0, text), (1, text), (2, text)]) {
                let found = found(&index, [key(kind, text)]);
                let expected = map.get(&(kind, text.as_str())).cloned().unwrap_or_default();
                prop_assert_eq!(found, expected.into_iter().collect::<Vec<u32>>());
            }
        }
    }
}
