//! Search: what targets are found by, and which ones some key of a written name leads to.

use message::Domain;

use crate::{
    Reference,
    hash::{Hash, deletions},
    index::{Index, Key, KeyKind},
    name::{LABELS_LOOKED_AT, Name, after_dot, first_label},
    signal::{embedding, glyph, joined_word, sound, typing_slip},
    targets::{Target, Targets},
};

/// The index of all targets from that number on.
pub(crate) fn indexed(targets: &Targets, from: usize) -> Index {
    Index::of(targets.len(), |each| {
        for (number, target) in targets.iter().skip(from) {
            keys_of_target(target, &mut |key| each(key, number));
        }
    })
}

/// The targets that some key of the name leads to, each once.
pub(crate) fn found<'a>(name: Name<'_>, reference: &'a Reference) -> Vec<Target<'a>> {
    let mut found = Vec::new();
    for index in reference.indexes() {
        let mut search = index.search();
        keys_of_name(name, reference, &mut |key| search.add(key));
        found.append(&mut search.found());
    }
    let target = |number| reference.targets.get(number);
    found.into_iter().filter_map(target).collect()
}

/// The kinds of key that lead from the name to the target, each once.
pub(crate) fn keys_between(name: Name<'_>, target: Target<'_>, reference: &Reference) -> Vec<KeyKind> {
    let mut of_name = Vec::new();
    keys_of_name(name, reference, &mut |key| of_name.push((key.kind, key.hash)));
    let mut kinds = Vec::new();
    keys_of_target(target, &mut |key| {
        if of_name.contains(&(key.kind, key.hash)) && !kinds.contains(&key.kind) {
            kinds.push(key.kind);
        }
    });
    kinds
}

/// Calls `each` with every key of a target.
fn keys_of_target(target: Target<'_>, each: &mut impl FnMut(Key)) {
    let unicode = target.domain.unicode();
    each(Key::new(
        KeyKind::Joined,
        embedding::letters_of(unicode).collect(),
    ));
    each(Key::new(KeyKind::Whole, Hash::of(target.domain.ascii())));
    for form in [unicode, target.domain.ascii()] {
        each(Key::new(KeyKind::Hyphened, embedding::hyphened(form).collect()));
    }
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
    if !target.label.is_ascii() {
        let plain = glyph::folded(target.label).text;
        deletions(&plain, 1, &mut |_, hash| each(Key::new(KeyKind::Label, hash)));
    }
    each(Key::new(KeyKind::Look, glyph::coarse_hash(target.label)));
    each(Key::new(KeyKind::Sound, sound::hash(target.label)));
}

/// Calls `each` with every key by which a target of the name is found.
fn keys_of_name(name: Name<'_>, reference: &Reference, each: &mut impl FnMut(Key)) {
    let is_end_open = may_be_level(name.label(), reference);
    for depth in name.depths() {
        if is_end_open || depth == name.depth() {
            keys_of_label(name.label_at(depth), each);
        }
        let written = name.from(depth);
        each(Key::new(
            KeyKind::Joined,
            embedding::letters_of(written).collect(),
        ));
        if let Some(bare) = written.strip_prefix(embedding::WWW) {
            each(Key::new(KeyKind::Joined, embedding::letters_of(bare).collect()));
        }
    }
    each(Key::new(KeyKind::Hyphened, Hash::of(name.label())));
    let registered = first_label(name.registrable());
    if registered != name.label() {
        each(Key::new(KeyKind::Hyphened, Hash::of(registered)));
    }
    joined_word::joints(name.label(), &reference.tables, &mut |joint| {
        for kind in [KeyKind::Label, KeyKind::TwoSlips] {
            each(Key::new(kind, Hash::of(joint.rest)));
        }
    });
    let ascii = name.domain().ascii();
    if let Some(bare) = ascii.strip_prefix(embedding::WWW) {
        each(Key::new(KeyKind::Whole, Hash::of(bare)));
    }
    inner_names(name.domain(), |inner| each(Key::new(KeyKind::Whole, inner)));
    // What stands in front of a hyphen as if it were a whole name: `army.mil-secure.example`.
    for (at, _) in ascii.match_indices('-').take(LABELS_LOOKED_AT) {
        let before = ascii.get(..at).filter(|before| before.contains('.'));
        before
            .into_iter()
            .for_each(|before| each(Key::new(KeyKind::Whole, Hash::of(before))));
    }
}

/// Calls `each` with every key by which the target whose label was meant is found.
fn keys_of_label(label: &str, each: &mut impl FnMut(Key)) {
    let slips = typing_slip::slips_looked_up(label);
    deletions(label, slips, &mut |left_out, hash| {
        each(Key::new(KeyKind::TwoSlips, hash));
        if left_out < 2 {
            each(Key::new(KeyKind::Label, hash));
        }
    });
    each(Key::new(KeyKind::Look, glyph::coarse_hash(label)));
    each(Key::new(KeyKind::Sound, sound::hash(label)));
}

/// Whether a registered label may be a level of an end with a slip in it, as in `army.c.uk`: then the label before it was meant.
fn may_be_level(label: &str, reference: &Reference) -> bool {
    label.len()
        <= reference
            .targets
            .longest_upper_level()
            .max(LONGEST_END)
            .saturating_add(1)
}

/// Letters of the ends that people write with a country's behind: `con.br` for `com`.
const LONGEST_END: usize = 4;

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
        begin = after_dot(from);
        begins += 1;
    }
}
