//! Names: texts one after the other in one piece of memory, each once, with a number.

use crate::{hash::of_octets, slots::Slots};

/// Distinct texts, numbered from 0 in the order in which they came.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    text: String,
    /// Where each ends in the text. 32 bits hold 4 GiB of names; what comes after that is left out.
    ends: Vec<u32>,
    slots: Slots,
}

impl Names {
    pub(crate) fn number(&self, name: &str) -> Option<u32> {
        self.slots
            .find(of_octets(name), |number| self.get(number) == Some(name))
    }

    pub(crate) fn contains(&self, name: &str) -> bool {
        self.number(name).is_some()
    }

    pub(crate) fn get(&self, number: u32) -> Option<&str> {
        text_at(&self.text, &self.ends, number)
    }

    /// The number of `name`, a new one if it was not there; none where no room is left.
    pub(crate) fn insert(&mut self, name: &str) -> Option<u32> {
        if let Some(number) = self.number(name) {
            return Some(number);
        }
        let number = u32::try_from(self.ends.len()).ok()?;
        let end = u32::try_from(self.text.len().checked_add(name.len())?).ok()?;
        let Self { text, ends, slots } = self;
        let hash_of = |number| of_octets(text_at(text, ends, number).unwrap_or_default());
        slots.insert(of_octets(name), number, hash_of);
        text.push_str(name);
        ends.push(end);
        Some(number)
    }

    /// Gives back the memory that was held for more names.
    pub(crate) fn shrink(&mut self) {
        self.text.shrink_to_fit();
        self.ends.shrink_to_fit();
    }
}

fn text_at<'a>(text: &'a str, ends: &[u32], number: u32) -> Option<&'a str> {
    let number = usize::try_from(number).ok()?;
    let end = usize::try_from(*ends.get(number)?).ok()?;
    let begin = match number.checked_sub(1) {
        Some(before) => usize::try_from(*ends.get(before)?).ok()?,
        None => 0,
    };
    text.get(begin..end)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn numbers_are_those_of_a_map(texts in prop::collection::vec("[abü.]{0,4}", 0..60), other in "[abü.]{0,4}") {
            let mut names = Names::default();
            let mut map: BTreeMap<&str, u32> = BTreeMap::new();
            for text in &texts {
                let next = u32::try_from(map.len()).unwrap();
                let number = *map.entry(text).or_insert(next);
                prop_assert_eq!(names.insert(text), Some(number));
            }
            prop_assert_eq!(names.number(&other), map.get(other.as_str()).copied());
            for (text, number) in map {
                prop_assert_eq!(names.get(number), Some(text));
            }
        }
    }
}
