//! Slots: a hash table of numbers, for things that are kept elsewhere in the order of their numbers.

use crate::pack::{Packing, share};

/// Numbers found by a hash and by a question that the caller answers, so that equal hashes decide nothing.
#[derive(Clone, Debug, Default)]
pub(crate) struct Slots {
    /// A power of two of them; see [`Packing`] for what one holds.
    slots: Vec<u32>,
    used: usize,
}

/// No number is packed to this: three quarters of the slots are used at most, so that no number has all bits set.
const FREE: u32 = u32::MAX;

const FEWEST: usize = 8;

impl Slots {
    /// The number with this hash for which `is_it` is true.
    pub(crate) fn find(&self, hash: u64, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let packing = self.packing();
        let (before, after) = self.around(hash);
        for &slot in after.iter().chain(before) {
            if slot == FREE {
                return None;
            }
            if let Some(number) = packing.number(slot, hash).filter(|number| is_it(*number)) {
                return Some(number);
            }
        }
        None
    }

    /// Adds a number that is not there; `hash_of` tells the hashes of those that are.
    pub(crate) fn insert(&mut self, hash: u64, number: u32, hash_of: impl Fn(u32) -> u64) {
        let most = self.slots.len() / 4 * 3;
        if self.used >= most {
            let grown = (self.slots.len().saturating_mul(2)).max(FEWEST);
            self.slots = vec![FREE; grown];
            let numbers = 0..u32::try_from(self.used).unwrap_or(u32::MAX);
            numbers.for_each(|number| self.put(hash_of(number), number));
        }
        self.put(hash, number);
        self.used = self.used.saturating_add(1);
    }

    fn put(&mut self, hash: u64, number: u32) {
        let packed = self.packing().packed(number, hash);
        let begin = share(hash, self.slots.len());
        let (before, after) = self.slots.split_at_mut_checked(begin).unwrap_or_default();
        if let Some(slot) = after.iter_mut().chain(before).find(|slot| **slot == FREE) {
            *slot = packed;
        }
    }

    fn packing(&self) -> Packing {
        Packing::for_numbers_below(self.slots.len())
    }

    /// The slots before the one that a hash is looked for at first, and those from there.
    fn around(&self, hash: u64) -> (&[u32], &[u32]) {
        let begin = share(hash, self.slots.len());
        self.slots.split_at_checked(begin).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn nothing_is_found_in_nothing() {
        assert_eq!(Slots::default().find(7, |_| true), None);
    }

    proptest! {
        /// Keys are their own hashes, or all have the same one.
        #[test]
        fn finds_what_a_map_would(keys in prop::collection::btree_set(0_u64..200, 0..100), collide in any::<bool>()) {
            let hash = |key: u64| if collide { 1 << 40 } else { key.wrapping_mul(0x9E37_79B9_7F4A_7C15) };
            let keys: Vec<u64> = keys.into_iter().collect();
            let mut slots = Slots::default();
            for (number, &key) in (0..).zip(&keys) {
                slots.insert(hash(key), number, |number| hash(keys[usize::try_from(number).unwrap()]));
            }
            let map: BTreeMap<u64, u32> = keys.iter().copied().zip(0..).collect();
            for key in 0..200 {
                let found = slots.find(hash(key), |number| keys[usize::try_from(number).unwrap()] == key);
                prop_assert_eq!(found, map.get(&key).copied());
            }
        }
    }
}
