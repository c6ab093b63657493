//! Table: hashes and the numbers that they lead to, built once, with a filter before it.

use crate::pack::{Packing, share};

/// A hash table with a filter before it (a Bloom filter in blocks of 64 bits): a key that leads nowhere, as nearly all of an
/// ordinary name's do, costs one look into the filter.
#[derive(Clone, Debug, Default)]
pub(crate) struct Table {
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
    /// A table for so many keys, which lead to numbers below `targets`.
    pub(crate) fn with_room(keys: usize, targets: usize) -> Self {
        let buckets = keys.div_ceil(KEYS_IN_A_BUCKET);
        Self {
            filter: vec![0; keys.div_ceil(KEYS_IN_64_BITS)],
            begins: vec![0; buckets.saturating_add(1)],
            entries: vec![0; keys],
            packing: Packing::for_numbers_below(targets),
        }
    }

    /// Counts a key in its bucket. All are announced before the first is inserted.
    pub(crate) fn announce(&mut self, hash: u64) {
        let (word, bucket) = (share(hash, self.filter.len()), self.bucket(hash));
        if let Some(word) = self.filter.get_mut(word) {
            *word |= marks(hash);
        }
        if let Some(count) = self.begins.get_mut(bucket) {
            *count = count.saturating_add(1);
        }
    }

    /// Gives each bucket its place: `begins` says where they end, and each insertion brings one nearer to its beginning.
    pub(crate) fn allot(&mut self) {
        let mut end: u32 = 0;
        for count in &mut self.begins {
            end = end.saturating_add(*count);
            *count = end;
        }
    }

    /// Adds a key that was announced.
    pub(crate) fn insert(&mut self, hash: u64, target: u32) {
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

    /// Whether the filter lets a key pass.
    fn passes(&self, hash: u64) -> bool {
        let marks = marks(hash);
        let word = self.filter.get(share(hash, self.filter.len()));
        word.copied().unwrap_or_default() & marks == marks
    }

    fn find(&self, hash: u64, found: &mut Vec<u32>) {
        let entries = self.entries_of(hash).iter();
        found.extend(entries.filter_map(|&entry| self.packing.number(entry, hash)));
    }

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

/// Three of 64 bits.
fn marks(hash: u64) -> u64 {
    let one = |shift: u32| 1_u64 << ((hash >> shift) & 63);
    one(0) | one(6) | one(12)
}

/// Keys that are looked up together.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Batch {
    hashes: [u64; Self::ROOM],
    count: usize,
}

impl Batch {
    const ROOM: usize = 64;

    /// Adds a key; a full batch is looked up first.
    #[inline]
    pub(crate) fn add(&mut self, hash: u64, table: &Table, found: &mut Vec<u32>) {
        if self.count == Self::ROOM {
            self.find(table, found);
        }
        if let Some(slot) = self.hashes.get_mut(self.count) {
            *slot = hash;
            self.count = self.count.saturating_add(1);
        }
    }

    /// Adds what the keys lead to in `table` to `found`, and empties the batch.
    pub(crate) fn find(&mut self, table: &Table, found: &mut Vec<u32>) {
        // No branch depends on what the filter says, so that no look waits for the one before.
        let mut passing: u64 = 0;
        let hashes = self.hashes.get(..self.count).unwrap_or_default();
        for hash in hashes {
            passing = passing << 1 | u64::from(table.passes(*hash));
        }
        for hash in hashes.iter().rev() {
            if passing == 0 {
                break;
            }
            if passing & 1 == 1 {
                table.find(*hash, found);
            }
            passing >>= 1;
        }
        self.count = 0;
    }
}

impl Default for Batch {
    fn default() -> Self {
        Self {
            hashes: [0; Self::ROOM],
            count: 0,
        }
    }
}
