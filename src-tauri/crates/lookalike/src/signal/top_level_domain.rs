//! Top-level domain: the same name under another end, `army.ml` for `army.mil`.

use strsim::osa_distance;

use crate::{
    ReasonKind,
    name::shown,
    reference::Target,
    signal::{Evidence, SHORT, Strength, letters},
    tables::{Likelihood, Tables},
};

/// What follows a label, as A-labels, and whether it is the registered label that it follows.
#[derive(Clone, Copy, Debug)]
pub(crate) struct End<'a> {
    pub(crate) written: &'a str,
    pub(crate) is_registered: bool,
}

/// How the end written may have come about in place of the target's; none where the two have nothing to do with each other.
///
/// | seen | example | strength |
/// | --- | --- | --- |
/// | a pair of the table | `.ml` for `.mil` | slip strong, mix-up fair, sister weak |
/// | one wrong key, and no such end exists | `.con` for `.com` | strong |
/// | one wrong key in a level above the last | `.c.uk` for `.co.uk` | fair |
/// | one wrong key, and the end exists | `.bet` for `.net` | fair where the keys touch, for country codes weak |
/// | a level lost or gained in front | `nhs.co.uk` for `nhs.uk` | fair |
/// | a level lost or gained at the back | `army.mil.kr` | weak |
///
/// In a short label a mix-up and a level lost in front are weak, and nothing weak counts: every short name is taken under every
/// end. A level is not gained where somebody else registered it (`bp.blogspot.com` for `bp.com`).
pub(crate) fn compare(target: &Target<'_>, end: End<'_>, tables: &Tables) -> Option<Evidence> {
    let (meant, written) = (target.suffix, end.written);
    if written.is_empty() || meant.is_empty() || written == meant {
        return None;
    }
    let is_gained = levels(written) > levels(meant);
    if is_gained && !end.is_registered {
        return None;
    }
    let found = strength(meant, written, tables)?;
    let is_short = letters(target.label) <= SHORT;
    let strength = match found {
        Strength::Weak if is_short => return None,
        Strength::Fair if is_short && levels(written) < levels(meant) => return None,
        Strength::Fair if is_short && !is_gained => Strength::Weak,
        Strength::Weak | Strength::Fair | Strength::Strong => found,
    };
    let detail = sentence(target, written, tables);
    Some(Evidence {
        kind: ReasonKind::TopLevelDomain,
        strength,
        detail,
    })
}

fn strength(meant: &str, written: &str, tables: &Tables) -> Option<Strength> {
    if let Some(likelihood) = tables.likelihood(meant, written) {
        return Some(of_likelihood(likelihood));
    }
    if levels(meant) == levels(written) {
        return one_level(meant, written, tables);
    }
    let (longer, shorter) = if levels(meant) > levels(written) {
        (meant, written)
    } else {
        (written, meant)
    };
    if longer.split_once('.').is_some_and(|(_, rest)| rest == shorter) {
        return Some(Strength::Fair);
    }
    longer
        .rsplit_once('.')
        .is_some_and(|(rest, _)| rest == shorter)
        .then_some(Strength::Weak)
}

/// Ends of as many levels, of which exactly one differs.
fn one_level(meant: &str, written: &str, tables: &Tables) -> Option<Strength> {
    let mut differing = meant
        .split('.')
        .zip(written.split('.'))
        .filter(|(meant, written)| meant != written);
    let (meant_level, written_level) = differing.next()?;
    if differing.next().is_some() {
        return None;
    }
    if let Some(likelihood) = tables.likelihood(meant_level, written_level) {
        return Some(of_likelihood(likelihood));
    }
    if osa_distance(meant_level, written_level) != 1 {
        return None;
    }
    if !written.ends_with(written_level) {
        return Some(Strength::Fair);
    }
    if !exists(written_level, tables) {
        return Some(Strength::Strong);
    }
    let is_likely = likely_slip(meant_level, written_level, tables);
    match (
        is_likely,
        letters(written_level) <= 2 && letters(meant_level) <= 2,
    ) {
        (true, false) => Some(Strength::Fair),
        (true, true) | (false, false) => Some(Strength::Weak),
        (false, true) => None,
    }
}

/// Whether the slip is a letter lost or swapped, or keys that touch.
fn likely_slip(meant: &str, written: &str, tables: &Tables) -> bool {
    if letters(written) != letters(meant) {
        return letters(written) < letters(meant);
    }
    let mut differing = meant.chars().zip(written.chars()).filter(|(a, b)| a != b);
    let first = differing.next();
    differing.next().is_some() || first.is_some_and(|(a, b)| tables.keyboard.is_touching(a, b))
}

const fn of_likelihood(likelihood: Likelihood) -> Strength {
    match likelihood {
        Likelihood::Slip => Strength::Strong,
        Likelihood::Mixup => Strength::Fair,
        Likelihood::Sister => Strength::Weak,
    }
}

fn levels(end: &str) -> usize {
    end.split('.').count()
}

/// Whether mail can go to such an end: the Public Suffix List has a rule for every top-level domain, but for some (`*.bd`,
/// `co.za`) only for the names below; the table of ends has all country codes.
fn exists(end: &str, tables: &Tables) -> bool {
    tables.end_name(end).is_some() || psl::suffix(end.as_bytes()).is_some_and(|suffix| suffix.is_known())
}

fn sentence(target: &Target<'_>, written: &str, tables: &Tables) -> String {
    let last = written.rsplit('.').next().unwrap_or(written);
    let shown_end = shown(written);
    let first = if !exists(last, tables) {
        format!("there is no “.{}”", shown(last))
    } else if levels(written) > levels(target.suffix) {
        format!("“.{shown_end}” has a part too many")
    } else if levels(written) < levels(target.suffix) {
        format!("“.{shown_end}” has a part too few")
    } else if let Some(name) = tables.end_name(written).or_else(|| tables.end_name(last)) {
        format!("“.{shown_end}” is {name}")
    } else {
        format!("“.{shown_end}” is another end")
    };
    format!(
        "{first}; {} ends in “.{}”",
        target.domain.shown(),
        shown(target.suffix)
    )
}
