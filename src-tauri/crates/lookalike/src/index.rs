//! Index: from what was written to the few targets that it may stand for, at a cost that does not grow with their number.

use crate::{
    hash::Hash,
    pack::{Packing, share},
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
    /// A registered label's skeleton (UTS #39 section 4).
    Skeleton,
}

/// What a target is found by: equal for texts that are equal and of one kind, and hardly ever for others.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Key {
    is_of_two_slips: bool,
    hash: u64,
}

impl Key {
    pub(crate) const fn new(kind: KeyKind, hash: Hash) -> Self {
        let tag = match kind {
            KeyKind::Label => b'l',
            KeyKind::TwoSlips => b't',
            KeyKind::Joined => b'j',
            KeyKind::Whole => b'w',
            KeyKind::Hyphened => b'h',
            KeyKind::Skeleton => b's',
        };
        Self {
            is_of_two_slips: matches!(kind, KeyKind::TwoSlips),
            hash: hash.stirred(tag),
        }
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
        keys(&mut |key, _| match key.is_of_two_slips {
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

    /// Adds the targets of a key to `found`.
    pub(crate) fn find(&self, key: Key, found: &mut Vec<u32>) {
        match key.is_of_two_slips {
            true => self.two_slips.find(key.hash, found),
            false => self.usual.find(key.hash, found),
        }
    }

    const fn table_mut(&mut self, key: Key) -> &mut Table {
        match key.is_of_two_slips {
            true => &mut self.two_slips,
            false => &mut self.usual,
        }
    }
}

/// A hash table with a filter before it (a Bloom filter in blocks of 64 bits): a key that leads nowhere, as nearly all of an
/// ordinary name's do, costs one look into the filter.
#[derive(Clone, Debug, Default)]
struct Table {
    filter: Vec<u64>,
    /// Where the entries of each bucket begin, and at the end their number.
    begins: Vec<u32>,
    entries: Vec<u32>,
    packing: Packing,
}

/// 12 bits of the filter for each key let 1 of 60 others pass.
const KEYS_IN_64_BITS: usize = 5;

/// 16 entries of four octets are what a cache takes at once.
const KEYS_IN_A_BUCKET: usize = 12;

impl Table {
    fn with_room(keys: usize, targets: usize) -> Self {
        let buckets = keys.div_ceil(KEYS_IN_A_BUCKET);
        Self {
            filter: vec![0; keys.div_ceil(KEYS_IN_64_BITS)],
            begins: vec![0; buckets.saturating_add(1)],
            entries: vec![0; keys],
            packing: Packing::for_numbers_below(targets),
        }
    }

    /// Counts a key in its bucket. All are announced before the first is inserted.
    fn announce(&mut self, hash: u64) {
        let (word, bucket) = (share(hash, self.filter.len()), self.bucket(hash));
        if let Some(word) = self.filter.get_mut(word) {
            *word |= marks(hash);
        }
        if let Some(count) = self.begins.get_mut(bucket) {
            *count = count.saturating_add(1);
        }
    }

    /// Gives each bucket its place: `begins` says where they end, and each insertion brings one nearer to its beginning.
    fn allot(&mut self) {
        let mut end: u32 = 0;
        for count in &mut self.begins {
            end = end.saturating_add(*count);
            *count = end;
        }
    }

    fn insert(&mut self, hash: u64, target: u32) {
        let bucket = self.bucket(hash);
        let Some(begin) = self.begins.get_mut(bucket) else {
            return;
        };
        *begin = begin.saturating_sub(1);
        let at = usize::try_from(*begin).ok();
        if let Some(entry) = at.and_then(|at| self.entries.get_mut(at)) {
            *entry = self.packing.packed(target, hash);
        }
    }

    fn find(&self, hash: u64, found: &mut Vec<u32>) {
        let word = self.filter.get(share(hash, self.filter.len()));
        let marks = marks(hash);
        if word.is_some_and(|word| word & marks == marks) {
            let numbers = self.entries_of(hash).iter();
            found.extend(numbers.filter_map(|&entry| self.packing.number(entry, hash)));
        }
    }

    #[inline(never)]
    fn entries_of(&self, hash: u64) -> &[u32] {
        let begin = self.bucket(hash);
        let at = |place| usize::try_from(*self.begins.get(place)?).ok();
        let range = at(begin).zip(at(begin.saturating_add(1)));
        range
            .and_then(|(begin, end)| self.entries.get(begin..end))
            .unwrap_or_default()
    }

    fn bucket(&self, hash: u64) -> usize {
        share(hash, self.begins.len().saturating_sub(1))
    }
}

/// Four of 64 bits.
fn marks(hash: u64) -> u64 {
    let one = |shift: u32| 1_u64 << ((hash >> shift) & 63);
    one(0) | one(6) | one(12) | one(18)
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

    #[test]
    fn nothing_is_found_in_nothing() {
        let mut found = Vec::new();
        Index::default().find(key(0, "army"), &mut found);
        Index::of(0, |_| ()).find(key(1, "army"), &mut found);
        assert_eq!(found, []);
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
                let mut found = Vec::new();
                index.find(key(kind, text), &mut found);
                let found: BTreeSet<u32> = found.into_iter().collect();
                prop_assert_eq!(found, map.get(&(kind, text.as_str())).cloned().unwrap_or_default());
            }
        }
    }
}
