//! Two slips: whether fingers made both of two differences between labels.

use crate::{signal::keyboard::is_vowel, tables::Tables};

// What one slip costs, and what two may cost together.
const LIKELY: u32 = 6;
const USUAL: u32 = 8;
const UNLIKELY: u32 = 13;
const MOST: u32 = 16;

/// Whether the first letters differ other than by a swap or a doubling.
fn begins_otherwise(meant: &[char], written: &[char]) -> bool {
    let (m, w) = (meant.first(), written.first());
    m != w && meant.get(1) != w && written.get(1) != m
}

/// Whether two slips between the labels are both such as fingers make: letters lost, doubled, swapped, keys that touch, vowels; or
/// one letter came two places too early or too late. None of them in the first letter, at which people look.
pub(super) fn is_likely(meant: &str, written: &str, tables: &Tables) -> bool {
    let (meant, written): (Vec<char>, Vec<char>) = (meant.chars().collect(), written.chars().collect());
    if begins_otherwise(&meant, &written) {
        return false;
    }
    let touching = |a: Option<char>, b: Option<char>| {
        a.zip(b)
            .is_some_and(|(a, b)| a == b || tables.keyboard.is_touching(a, b))
    };
    // Only a cell's row above, and the one above that for swaps, are looked back to; labels are short, so all are kept.
    let mut cost = vec![vec![0_u32; written.len().saturating_add(1)]; meant.len().saturating_add(1)];
    let at = |cost: &[Vec<u32>], i: Option<usize>, j: Option<usize>| {
        let cell = cost.get(i?).and_then(|row| row.get(j?));
        cell.copied()
    };
    for i in 0..=meant.len() {
        for j in 0..=written.len() {
            let (up, left) = (i.checked_sub(1), j.checked_sub(1));
            let letter = |text: &[char], at: Option<usize>| at.and_then(|at| text.get(at).copied());
            let (m, w) = (letter(&meant, up), letter(&written, left));
            let (m_before, w_before) = (
                letter(&meant, i.checked_sub(2)),
                letter(&written, j.checked_sub(2)),
            );
            let lost = if m == m_before { LIKELY } else { USUAL };
            let is_beside = touching(w, w_before) || touching(w, m) || touching(w, letter(&meant, Some(i)));
            let added = if is_beside { USUAL } else { UNLIKELY };
            let replaced = match m.zip(w) {
                Some((m, w)) if m == w => 0,
                Some((m, w)) if tables.keyboard.is_touching(m, w) || (is_vowel(m) && is_vowel(w)) => USUAL,
                _ => UNLIKELY,
            };
            let block = |text: &[char], end: usize| {
                let start = end.checked_sub(3)?;
                <[char; 3]>::try_from(text.get(start..end)?).ok()
            };
            let is_moved = block(&meant, i)
                .zip(block(&written, j))
                .is_some_and(|([a, b, c], w)| a != c && (w == [b, c, a] || w == [c, a, b]));
            let is_swapped = m.is_some() && m == w_before && w == m_before && m != w;
            let ways = [
                at(&cost, up, Some(j)).map(|cost| cost.saturating_add(lost)),
                at(&cost, Some(i), left).map(|cost| cost.saturating_add(added)),
                at(&cost, up, left).map(|cost| cost.saturating_add(replaced)),
                at(&cost, i.checked_sub(2), j.checked_sub(2))
                    .filter(|_| is_swapped)
                    .map(|cost| cost.saturating_add(LIKELY)),
                at(&cost, i.checked_sub(3), j.checked_sub(3))
                    .filter(|_| is_moved)
                    .map(|cost| cost.saturating_add(UNLIKELY)),
            ];
            // The first cell has no way to it: it costs nothing.
            let best = ways.into_iter().flatten().min().unwrap_or(0);
            if let Some(cell) = cost.get_mut(i).and_then(|row| row.get_mut(j)) {
                *cell = best;
            }
        }
    }
    at(&cost, Some(meant.len()), Some(written.len())).is_some_and(|cost| cost <= MOST)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::TABLES;

    #[test]
    fn only_likely_slips_come_in_twos() {
        for (meant, written, expected) in [
            ("deloitte", "dleitte", true), // two letters lost
            ("defense", "defesn", true),   // swapped, and the last lost
            ("gmail", "gmila", true),      // a letter two places too late
            ("icloud", "icould", true),    // a letter two places too late
            ("stanford", "stxnfqrd", false),
            ("gmail", "vjmail", false), // the first letter is another
        ] {
            assert_eq!(is_likely(meant, written, &TABLES), expected, "{meant} {written}");
        }
    }
}
