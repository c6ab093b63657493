//! Packing: a number and as much of a hash as has room beside it, in 32 bits.

/// How many of the 32 bits are the number's; the others hold a part of the hash, which tells most others apart at once.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Packing {
    number_mask: u32,
}

impl Packing {
    pub(crate) fn for_numbers_below(count: usize) -> Self {
        let last = u32::try_from(count.saturating_sub(1)).unwrap_or(u32::MAX);
        Self {
            number_mask: u32::MAX.checked_shr(last.leading_zeros()).unwrap_or_default(),
        }
    }

    pub(crate) const fn packed(self, number: u32, hash: u64) -> u32 {
        (number & self.number_mask) | (low_half(hash) & !self.number_mask)
    }

    /// The number in `packed`, where the part of the hash beside it is that of `hash`.
    pub(crate) const fn number(self, packed: u32, hash: u64) -> Option<u32> {
        match (packed ^ low_half(hash)) & !self.number_mask {
            0 => Some(packed & self.number_mask),
            _ => None,
        }
    }
}

/// The place among `count` that a hash falls to, by its upper half: evenly, and without a division.
pub(crate) fn share(hash: u64, count: usize) -> usize {
    let count = u64::try_from(count).unwrap_or_default();
    usize::try_from((hash >> 32).wrapping_mul(count) >> 32).unwrap_or_default()
}

const fn low_half(hash: u64) -> u32 {
    let [a, b, c, d, ..] = hash.to_le_bytes();
    u32::from_le_bytes([a, b, c, d])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_as_it_was_packed() {
        for (count, number) in [(0, 0), (1, 0), (2, 1), (1 << 20, 7), ((1 << 20) + 1, 1 << 20)] {
            let packing = Packing::for_numbers_below(count);
            let hash = 0x1234_5678_9ABC_DEF0;
            let packed = packing.packed(number, hash);
            assert_eq!(
                packing.number(packed, hash),
                Some(number),
                "{number} below {count}"
            );
            assert_eq!(packing.number(packed, !hash), None, "{number} below {count}");
        }
    }

    #[test]
    fn shares_are_even() {
        assert_eq!(share(0, 10), 0);
        assert_eq!(share(u64::MAX, 10), 9);
        assert_eq!(share(u64::MAX / 2, 10), 4);
        assert_eq!(share(u64::MAX, 0), 0);
    }
}
