//! Judge: what speaks for a domain first, then the signals, then how they add up.

use message::{Address, Domain};

use crate::{
    Reference, Verdict,
    excuse::{self, Excuse},
    finding::Finding,
    index::{KeyKind, deletions},
    name::{LABELS_LOOKED_AT, Name},
    reference::Target,
    signal::{confusable, embedding},
};

/// Judges one address: whether its domain is right, or whether another one was more likely meant, and why.
///
/// Never fails. An address literal and a name that resembles nothing are [`Verdict::Unknown`].
pub fn judge(address: &Address, reference: &Reference) -> Verdict {
    if excuse::is_right(address, reference) {
        return Verdict::Trusted;
    }
    let Some(name) = Name::of(address.domain()) else {
        return Verdict::Unknown;
    };
    let excuse = Excuse::of(name, reference);
    let candidates = found(name, reference);
    let findings = candidates
        .iter()
        .filter_map(|target| Finding::of(address, name, target, excuse, reference));
    match findings.min_by_key(Finding::rank) {
        Some(finding) => Verdict::Lookalike(finding.into_lookalike(address, name, reference)),
        // Whoever writes to the user, and resembles nobody, is known.
        None if excuse.traffic.received > 0 => Verdict::Trusted,
        None => Verdict::Unknown,
    }
}

/// The targets that some key of the name leads to, each once, in their order.
fn found<'a>(name: Name<'_>, reference: &'a Reference) -> Vec<&'a Target> {
    let mut found = Vec::new();
    let mut find = |kind, text: &str| reference.index.find(kind, text, &mut found);
    for depth in name.depths() {
        let label = name.label_at(depth);
        let slips = if depth == name.depth() { 2 } else { 1 };
        deletions(bounded(label), slips, &mut |text| find(KeyKind::Label, text));
        find(KeyKind::Skeleton, &confusable::skeleton(label));
        let written = name.from(depth);
        find(KeyKind::Joined, &embedding::joined(written));
        if let Some(bare) = written.strip_prefix(embedding::WWW) {
            find(KeyKind::Joined, &embedding::joined(bare));
        }
    }
    find(KeyKind::Hyphened, name.label());
    inner_names(name.domain(), |inner| find(KeyKind::Whole, inner));
    found.sort_unstable();
    found.dedup();
    let target = |number| {
        usize::try_from(number)
            .ok()
            .and_then(|number| reference.targets.get(number))
    };
    found.into_iter().filter_map(target).collect()
}

/// A label, unless it is longer than any that may be left letters out of.
fn bounded(label: &str) -> &str {
    if label.len() > 40 { "" } else { label }
}

/// Calls `each` with every run of whole labels that ends before the name's last label.
fn inner_names<'a>(domain: &'a Domain, mut each: impl FnMut(&'a str)) {
    let mut begin = Some(domain.ascii());
    let mut begins = 0;
    while let Some(from) = begin.filter(|_| begins < LABELS_LOOKED_AT) {
        let mut ends = from.match_indices('.').skip(1).take(LABELS_LOOKED_AT);
        ends.by_ref()
            .filter_map(|(at, _)| from.get(..at))
            .for_each(&mut each);
        begin = from.split_once('.').map(|(_, rest)| rest);
        begins += 1;
    }
}
