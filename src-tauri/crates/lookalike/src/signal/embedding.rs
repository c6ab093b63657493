//! Embedding: dots and hyphens lost, added or moved, and a whole name inside another.

use std::cmp::Ordering;

use crate::{
    Clause, Form, ReasonKind,
    name::{Name, after_dot, first_label, shown},
    reference::Target,
    signal::{Evidence, SHORT, Strength, letters},
    tables::Tables,
};

/// A name's letters without its dots and hyphens: names that differ only in these have the same.
pub(crate) fn letters_of(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|letter| !MARKS.contains(letter))
}

/// A name's letters with hyphens for its dots.
pub(crate) fn hyphened(name: &str) -> impl Iterator<Item = char> {
    name.chars()
        .map(|letter| if letter == '.' { '-' } else { letter })
}

/// What a browser's address begins with, and what gets joined on when its dot is lost.
pub(crate) const WWW: &str = "www";

const MARKS: [char; 2] = ['.', '-'];

/// Dots and hyphens: whether the name after `depth` of its dots is the target but for these.
pub(crate) fn compare_marks(target: &Target<'_>, name: Name<'_>, depth: usize) -> Option<Evidence> {
    let (meant, written) = (target.domain.unicode(), name.from(depth));
    let is_www_joined = written.strip_prefix(WWW) == Some(meant)
        || name.domain().ascii().strip_prefix(WWW) == Some(target.domain.ascii());
    if is_www_joined {
        return Some(Evidence {
            kind: ReasonKind::MissingDot,
            strength: Strength::Strong,
            clauses: vec![Clause::new(Form::WwwJoined, [("written", shown(written))])],
        });
    }
    if written == meant || !letters_of(written).eq(letters_of(meant)) {
        return None;
    }
    let end = target.suffix.rsplit('.').next().map_or(0, letters);
    let count = letters_of(meant).count().saturating_sub(end);
    let (kind, strength, form) = match written.replace('-', "") == meant.replace('-', "") {
        true => hyphens(meant, written, count),
        false => dots(meant, written, count)?,
    };
    Some(Evidence {
        kind,
        strength,
        clauses: vec![Clause::new(form, [("written", shown(written))])],
    })
}

/// Names that differ in their hyphens alone, `count` letters long: real ones do so now and then.
fn hyphens(meant: &str, written: &str, count: usize) -> (ReasonKind, Strength, Form) {
    let strength = if count > 2 * SHORT {
        Strength::Fair
    } else {
        Strength::Weak
    };
    let number = |name: &str| name.matches('-').count();
    let change = match number(written).cmp(&number(meant)) {
        Ordering::Less => Form::HyphenLost,
        Ordering::Equal => Form::HyphenMoved,
        Ordering::Greater => Form::HyphenAdded,
    };
    (ReasonKind::Hyphen, strength, change)
}

/// Names that differ in their dots, `count` letters long. A short one with a dot more is a subdomain of a stranger.
fn dots(meant: &str, written: &str, count: usize) -> Option<(ReasonKind, Strength, Form)> {
    let number = |name: &str, mark| name.matches(mark).count();
    let strength = if count <= SHORT {
        Strength::Fair
    } else {
        Strength::Strong
    };
    match number(written, '.').cmp(&number(meant, '.')) {
        Ordering::Less if number(written, '-') > number(meant, '-') => {
            Some((ReasonKind::MissingDot, strength, Form::HyphenForDot))
        }
        Ordering::Less => Some((ReasonKind::MissingDot, strength, Form::DotLost)),
        Ordering::Equal => Some((ReasonKind::MovedDot, strength, Form::DotMoved)),
        Ordering::Greater if count <= SHORT => None,
        Ordering::Greater => Some((ReasonKind::ExtraDot, strength, Form::DotAdded)),
    }
}

/// Whether the whole target stands inside the name: in front of another domain, or as its registered label with hyphens for dots.
///
/// A name that ends in the target is a subdomain of it, and no stranger's.
pub(crate) fn compare_inside(target: &Target<'_>, name: Name<'_>, tables: &Tables) -> Option<Evidence> {
    if tables.is_host(name.registrable()) {
        return None;
    }
    let (meant, written) = (target.domain.ascii(), name.domain().ascii());
    let evidence = |strength, clause| {
        Some(Evidence {
            kind: ReasonKind::Embedding,
            strength,
            clauses: vec![clause],
        })
    };
    let shown_meant = || ("meant", target.domain.shown());
    // A longer end (`army.mil.kr`) is the other signal's.
    let is_longer_end = name.label() == target.label && name.suffix().starts_with(target.suffix);
    if let Some(rest) = rest_after(meant, written).filter(|_| !is_longer_end) {
        if rest == last_levels(meant, rest) {
            return evidence(
                Strength::Strong,
                Clause::new(Form::EndTwice, [("end", shown(rest))]),
            );
        }
        let is_country = rest.len() == 2;
        return evidence(
            if is_country {
                Strength::Fair
            } else {
                Strength::Strong
            },
            Clause::new(Form::Followed, [shown_meant(), ("end", shown(rest))]),
        );
    }
    let registered = first_label(name.registrable());
    let is_hyphened = name.label().chars().eq(hyphened(target.domain.unicode()))
        || registered.chars().eq(hyphened(target.domain.ascii()));
    if is_hyphened && letters(target.label) > 1 {
        return evidence(
            Strength::Strong,
            Clause::new(Form::Hyphened, [("written", shown(name.label())), shown_meant()]),
        );
    }
    None
}

/// What follows `meant` in `written`, where it stands there as whole labels and something follows.
fn rest_after<'a>(meant: &str, written: &'a str) -> Option<&'a str> {
    let mut labels = Some(written);
    while let Some(from) = labels {
        if let Some(rest) = from.strip_prefix(meant).and_then(|rest| rest.strip_prefix(MARKS)) {
            return Some(rest);
        }
        labels = after_dot(from);
    }
    None
}

/// The last levels of `name`, as many as `like` has.
fn last_levels<'a>(name: &'a str, like: &str) -> &'a str {
    let levels = like.split('.').count();
    let surplus = name.split('.').count().saturating_sub(levels);
    name.splitn(surplus.saturating_add(1), '.').last().unwrap_or(name)
}
