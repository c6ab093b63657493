//! What the signals saw of one target in a written name, the strongest of it kept.

use std::cmp::Reverse;

use message::Address;

use crate::{
    ReasonKind, Reference,
    name::Name,
    reference::{Standing, Target},
    signal::{
        Evidence, SHORT, Strength, confusable, embedding, joined_word, letters,
        short_name::{self, Asked},
        sound,
        top_level_domain::{self, End},
        typing_slip,
    },
    tables::Tables,
};

/// Labels of fewer letters are not taken for the target's when both they and the end differ.
const ENOUGH_FOR_TWO: usize = 5;

/// What the signals saw, strongest first.
pub(crate) struct Seen {
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) strength: Strength,
}

impl Seen {
    /// The strongest of what the signals see of `target`; none where they see nothing.
    pub(crate) fn of(
        address: &Address,
        name: Name<'_>,
        target: &Target<'_>,
        reference: &Reference,
    ) -> Option<Self> {
        let asked = asked_of(address, *target, reference);
        strongest(name, target, asked, &reference.tables)
    }

    /// Whether dots make the difference, so that the registrable domain says nothing.
    pub(crate) fn is_of_marks(&self) -> bool {
        self.evidence.iter().any(|evidence| {
            matches!(
                evidence.kind,
                ReasonKind::MissingDot | ReasonKind::ExtraDot | ReasonKind::MovedDot | ReasonKind::Embedding
            )
        })
    }
}

/// What a slip of a short label must show; of a longer one, nothing.
fn asked_of(address: &Address, target: Target<'_>, reference: &Reference) -> Asked {
    let person = || reference.correspondents.same_person(address, target.registrable);
    if letters(target.label) > SHORT || person().is_some() {
        return Asked::Anything;
    }
    let is_often = reference.correspondents.traffic(target.registrable).is_often();
    match target.standing {
        _ if is_often && reference.tables.is_provider(target.registrable) => Asked::Likely,
        Standing::Protected | Standing::WellKnown => Asked::Swapped,
        Standing::Known => Asked::Nothing,
    }
}

fn strongest(name: Name<'_>, target: &Target<'_>, asked: Asked, tables: &Tables) -> Option<Seen> {
    let marks = name
        .depths()
        .filter_map(|depth| embedding::compare_marks(target, name, depth));
    let inside = embedding::compare_inside(target, name, tables);
    let word = joined_word::compare(target, name, tables);
    let single = marks.chain(inside).chain(word).map(|evidence| Seen {
        strength: evidence.strength,
        evidence: vec![evidence],
    });
    let letters = name.depths().filter_map(|depth| {
        let end = End {
            written: name.suffix_at(depth),
            is_registered: depth == name.depth(),
        };
        label_and_end(target, (name.label_at(depth), end), asked, tables)
    });
    let mut best: Option<Seen> = None;
    for seen in letters.chain(single) {
        if best.as_ref().is_none_or(|best| best.strength < seen.strength) {
            best = Some(seen);
        }
    }
    best
}

/// The label, the end, or both written for the target's.
fn label_and_end(
    target: &Target<'_>,
    (label, end): (&str, End<'_>),
    asked: Asked,
    tables: &Tables,
) -> Option<Seen> {
    if target.is_subdomain {
        return None;
    }
    // Ends differ more often than labels that were found, and cost less to compare.
    let other_end = match end.written == target.suffix {
        true => None,
        false => Some(top_level_domain::compare(target, end, tables)?),
    };
    let slip = match label == target.label {
        true => None,
        false => Some(other_label(
            target,
            label,
            (asked, end.written == target.suffix),
            tables,
        )?),
    };
    match (slip, other_end) {
        (None, None) => None,
        (Some(one), None) | (None, Some(one)) => Some(Seen {
            strength: one.strength,
            evidence: vec![one],
        }),
        (Some(slip), Some(other_end)) => {
            let is_enough = letters(target.label) >= ENOUGH_FOR_TWO;
            // An end that nobody means leaves a weak slip what it is.
            let both = match (slip.strength, other_end.strength) {
                (Strength::Weak, Strength::Strong) if target.standing > Standing::Known => Strength::Fair,
                (slip, end) => slip.min(end),
            };
            let strength = both.lowered().filter(|_| is_enough)?;
            let mut evidence = vec![slip, other_end];
            evidence.sort_by_key(|seen| Reverse(seen.strength));
            Some(Seen { evidence, strength })
        }
    }
}

fn other_label(
    target: &Target<'_>,
    written: &str,
    (asked, is_same_end): (Asked, bool),
    tables: &Tables,
) -> Option<Evidence> {
    let looks_alike = confusable::compare(target, written);
    let asked = if is_same_end || asked != Asked::Likely {
        asked
    } else {
        Asked::Swapped
    };
    let slip = typing_slip::compare(target, written, tables)
        .filter(|_| short_name::is_asked(asked, target, written, tables));
    let sounds_alike = sound::compare(target, written);
    // Of equal strength, the first: it says most exactly what happened.
    let found = [slip, looks_alike, sounds_alike].into_iter().flatten();
    found.reduce(|best, next| if next.strength > best.strength { next } else { best })
}
