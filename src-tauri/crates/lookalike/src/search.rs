//! Search: what targets are found by, and which ones some key of a written name leads to.

use message::Domain;

use crate::{
    Reference,
    hash::{Hash, deletions},
    index::{Index, Key, KeyKind},
    name::{LABELS_LOOKED_AT, Name},
    signal::{confusable, embedding, typing_slip},
    targets::{Target, Targets},
};

/// The index of all targets.
pub(crate) fn indexed(targets: &Targets) -> Index {
    Index::of(targets.len(), |each| {
        for (number, target) in targets.iter() {
            keys_of_target(target, &mut |key| each(key, number));
        }
    })
}

/// The targets that some key of the name leads to, each once.
pub(crate) fn found<'a>(name: Name<'_>, reference: &'a Reference) -> Vec<Target<'a>> {
    // Nothing is allocated where nothing is found.
    let mut found = Vec::new();
    keys_of_name(name, &mut |key| reference.index.find(key, &mut found));
    found.sort_unstable();
    found.dedup();
    let target = |number| reference.targets.get(number);
    found.into_iter().filter_map(target).collect()
}

/// Calls `each` with every key of a target.
fn keys_of_target(target: Target<'_>, each: &mut impl FnMut(Key)) {
    let unicode = target.domain.unicode();
    each(Key::new(KeyKind::Joined, joined(unicode)));
    each(Key::new(KeyKind::Whole, Hash::of(target.domain.ascii())));
    let hyphened = unicode.chars().map(|c| if c == '.' { '-' } else { c });
    each(Key::new(KeyKind::Hyphened, hyphened.collect()));
    if target.is_subdomain {
        return;
    }
    let slips = typing_slip::slips_looked_for(&target);
    let kind = if slips > 1 {
        KeyKind::TwoSlips
    } else {
        KeyKind::Label
    };
    deletions(target.label, slips, &mut |_, hash| each(Key::new(kind, hash)));
    each(Key::new(KeyKind::Skeleton, skeleton(target.label)));
}

/// Calls `each` with every key by which a target of the name is found.
fn keys_of_name(name: Name<'_>, each: &mut impl FnMut(Key)) {
    for depth in name.depths() {
        let label = name.label_at(depth);
        let slips = typing_slip::slips_looked_up(label);
        deletions(label, slips, &mut |left_out, hash| {
            each(Key::new(KeyKind::TwoSlips, hash));
            if left_out < 2 {
                each(Key::new(KeyKind::Label, hash));
            }
        });
        each(Key::new(KeyKind::Skeleton, skeleton(label)));
        let written = name.from(depth);
        each(Key::new(KeyKind::Joined, joined(written)));
        if let Some(bare) = written.strip_prefix(embedding::WWW) {
            each(Key::new(KeyKind::Joined, joined(bare)));
        }
    }
    each(Key::new(KeyKind::Hyphened, Hash::of(name.label())));
    inner_names(name.domain(), |inner| each(Key::new(KeyKind::Whole, inner)));
}

/// The hash of a name without its dots and hyphens.
fn joined(name: &str) -> Hash {
    name.chars()
        .filter(|letter| !embedding::is_mark(*letter))
        .collect()
}

/// The hash of what a label looks like.
fn skeleton(label: &str) -> Hash {
    let mut hash = Hash::default();
    confusable::each_letter(label, |letter| hash = hash.and(letter));
    hash
}

/// Calls `each` with the hash of every run of two or more labels that ends before the name's last label.
fn inner_names(domain: &Domain, mut each: impl FnMut(Hash)) {
    let mut begin = Some(domain.ascii());
    let mut begins = 0;
    while let Some(from) = begin.filter(|_| begins < LABELS_LOOKED_AT) {
        let (mut hash, mut ends) = (Hash::default(), 0);
        for letter in from.chars() {
            if letter == '.' {
                if ends > LABELS_LOOKED_AT {
                    break;
                }
                if ends > 0 {
                    each(hash);
                }
                ends += 1;
            }
            hash = hash.and(letter);
        }
        begin = from.split_once('.').map(|(_, rest)| rest);
        begins += 1;
    }
}
