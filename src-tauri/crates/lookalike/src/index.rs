//! Index: from what was written to the few targets that it may stand for, at a cost that does not grow with their number.

/// What a key was made from, so that keys of different kinds never meet.
#[derive(Clone, Copy, Debug)]
pub(crate) enum KeyKind {
    /// A registered label, whole or with letters left out (deletion neighbourhood, as in SymSpell).
    Label,
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

/// Keys and the targets that they lead to. A collision of two keys costs one more comparison and nothing else.
#[derive(Clone, Debug, Default)]
pub(crate) struct Index {
    entries: Vec<(u32, u32)>,
}

impl Index {
    /// Notes that `text` leads to `target`. [`Index::sort`] must follow the last call.
    pub(crate) fn insert(&mut self, kind: KeyKind, text: &str, target: u32) {
        self.entries.push((key(kind, text), target));
    }

    pub(crate) fn sort(&mut self) {
        self.entries.sort_unstable();
        self.entries.dedup();
        self.entries.shrink_to_fit();
    }

    /// Adds the targets of `text` to `found`.
    pub(crate) fn find(&self, kind: KeyKind, text: &str, found: &mut Vec<u32>) {
        let key = key(kind, text);
        let start = self.entries.partition_point(|&(other, _)| other < key);
        let hits = self
            .entries
            .iter()
            .skip(start)
            .take_while(|&&(other, _)| other == key);
        found.extend(hits.map(|&(_, target)| target));
    }
}

/// Calls `each` with `label`, and with every text that `label` becomes by leaving out up to `letters` letters.
pub(crate) fn deletions(label: &str, letters: u8, each: &mut impl FnMut(&str)) {
    each(label);
    let Some(fewer) = letters.checked_sub(1) else {
        return;
    };
    let mut previous = None;
    for (at, letter) in label.char_indices() {
        // Leaving out either of two equal neighbours gives the same text.
        if previous == Some(letter) {
            continue;
        }
        previous = Some(letter);
        let mut shorter = label.to_owned();
        shorter.remove(at);
        if !shorter.is_empty() {
            deletions(&shorter, fewer, each);
        }
    }
}

/// FNV-1a, 32 bits.
fn key(kind: KeyKind, text: &str) -> u32 {
    let tag = match kind {
        KeyKind::Label => b'l',
        KeyKind::Joined => b'j',
        KeyKind::Whole => b'w',
        KeyKind::Hyphened => b'h',
        KeyKind::Look => b'k',
        KeyKind::Sound => b's',
    };
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    text.bytes().fold(step(0x811c_9dc5, tag), step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_target_of_a_key_and_no_other_kind() {
        let mut index = Index::default();
        index.insert(KeyKind::Label, "army", 2);
        index.insert(KeyKind::Label, "army", 1);
        index.insert(KeyKind::Joined, "army", 3);
        index.sort();
        let mut found = Vec::new();
        index.find(KeyKind::Label, "army", &mut found);
        assert_eq!(found, [1, 2]);
    }

    #[test]
    fn leaves_letters_out() {
        let all = |label, letters| {
            let mut all = Vec::new();
            deletions(label, letters, &mut |text| all.push(text.to_owned()));
            all
        };
        assert_eq!(all("müü", 1), ["müü", "üü", "mü"]);
        assert_eq!(all("a", 2), ["a"]);
        assert_eq!(
            all("abc", 2),
            ["abc", "bc", "c", "b", "ac", "c", "a", "ab", "b", "a"]
        );
    }
}
