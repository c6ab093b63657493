//! Top-level domain: the same name under another end, `army.ml` for `army.mil`.

use strsim::osa_distance;

use crate::{
    Clause, Form, ReasonKind,
    name::shown,
    reference::{Standing, Target},
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
/// | a dot of the end lost or mistyped, and no such end exists | `.conuk` for `.co.uk` | strong |
/// | one wrong key in a level above the last | `.c.uk` for `.co.uk` | fair |
/// | one wrong key, and the end exists | `.bet` for `.net` | fair where the keys touch, for country codes weak |
/// | a level lost or gained in front | `nhs.co.uk` for `nhs.uk` | fair |
/// | a level lost or gained at the back | `army.mil.kr` | weak |
///
/// In a short label a mix-up and a level lost in front are weak, and of what is weak only slips of the keys count: every short
/// name is taken under every end. A level is not gained where somebody else registered it (`bp.blogspot.com` for `bp.com`).
pub(crate) fn compare(target: &Target<'_>, end: End<'_>, tables: &Tables) -> Option<Evidence> {
    let (meant, written) = (target.suffix, end.written);
    if written.is_empty() || meant.is_empty() || written == meant {
        return None;
    }
    let is_gained = levels(written) > levels(meant);
    if is_gained
        && !end.is_registered
        && !is_slip_and_country(meant, written, tables)
        && !is_firms_level_put_in(meant, written)
    {
        return None;
    }
    let found = strength(meant, written, tables).or_else(|| rest_of_countries(target, written))?;
    let is_short = letters(target.label) <= SHORT;
    let strength = match found {
        Strength::Weak if is_short && !is_asked(target, written, tables) => return None,
        Strength::Fair if is_short && !is_gained => Strength::Weak,
        Strength::Fair if is_gained && end.is_registered && !is_put_in_by_habit(meant, written) => {
            Strength::Weak
        }
        Strength::Weak | Strength::Fair | Strength::Strong => found,
    };
    Some(Evidence {
        kind: ReasonKind::TopLevelDomain,
        strength,
        clauses: clauses(target, written, tables),
    })
}

fn strength(meant: &str, written: &str, tables: &Tables) -> Option<Strength> {
    if let Some(likelihood) = tables.likelihood(meant, written) {
        return Some(of_likelihood(likelihood));
    }
    if levels(meant) == levels(written) {
        return one_level(meant, written, tables);
    }
    if levels(written) == 1 && osa_distance(meant, written) == 1 && !exists(written, tables) {
        return Some(Strength::Strong);
    }
    let (longer, shorter) = if levels(meant) > levels(written) {
        (meant, written)
    } else {
        (written, meant)
    };
    if longer.split_once('.').is_some_and(|(_, rest)| rest == shorter) {
        return Some(Strength::Fair);
    }
    if is_firms_level_put_in(meant, written) {
        return Some(Strength::Fair);
    }
    let is_longer = longer.rsplit_once('.').is_some_and(|(rest, _)| rest == shorter);
    (is_longer || is_slip_and_country(meant, written, tables)).then_some(Strength::Weak)
}

/// Whether a weak likeness of ends counts in a short label: a slip of the keys, or the commonest end for a protected name's.
fn is_asked(target: &Target<'_>, written: &str, tables: &Tables) -> bool {
    is_slip_of_keys(target.suffix, written, tables)
        || (target.standing == Standing::Protected && written == COMMONEST)
}

/// The end that people write when they think of none.
const COMMONEST: &str = "com";

/// Countries' codes of which one letter differs, where keys do not touch: in a long name the name itself says enough.
fn rest_of_countries(target: &Target<'_>, written: &str) -> Option<Strength> {
    let (meant, long) = (target.suffix, 8);
    let is_one_wrong = osa_distance(meant, written) == 1 && meant.len() == written.len();
    (is_one_wrong && letters(target.label) >= long && target.standing == Standing::Protected)
        .then_some(Strength::Weak)
}

/// Whether firms' level stands where the meant end has none: `gov.co.uk` for `gov.uk`.
fn is_firms_level_put_in(meant: &str, written: &str) -> bool {
    let rest = |level: &str| written.replacen(level, ".", 1);
    [".co.", ".com."].into_iter().any(|level| rest(level) == meant)
}

/// Whether a level gained in front is one that people write by habit, and not a state's or a town's (`sp.gov.br`).
fn is_put_in_by_habit(meant: &str, written: &str) -> bool {
    let gained = written
        .strip_suffix(meant)
        .and_then(|gained| gained.strip_suffix('.'));
    gained.is_none_or(|gained| HABITS.contains(&gained))
}

/// Levels that people write by habit.
const HABITS: [&str; 9] = ["co", "com", "org", "net", "gov", "go", "ac", "edu", "www"];

/// Whether the end is the meant one with a slip in it and a country's too many: `con.br` for `com`.
fn is_slip_and_country(meant: &str, written: &str, tables: &Tables) -> bool {
    written
        .rsplit_once('.')
        .is_some_and(|(rest, _)| osa_distance(rest, meant) == 1 && !exists(rest, tables))
}

/// Whether fingers make the one end of the other: in one level a letter lost, two swapped, or a key that touches.
fn is_slip_of_keys(meant: &str, written: &str, tables: &Tables) -> bool {
    let mut differing = meant
        .split('.')
        .zip(written.split('.'))
        .filter(|(meant, written)| meant != written);
    let is_slip = |(meant, written): (&str, &str)| {
        osa_distance(meant, written) == 1 && likely_slip(meant, written, tables)
    };
    levels(meant) == levels(written) && differing.next().is_some_and(is_slip) && differing.next().is_none()
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
        let is_long = letters(meant_level) > 2 * SHORT;
        return Some(if is_long { Strength::Strong } else { Strength::Fair });
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

fn clauses(target: &Target<'_>, written: &str, tables: &Tables) -> Vec<Clause> {
    let last = written.rsplit('.').next().unwrap_or(written);
    let end = |end| ("end", shown(end));
    let first = if !exists(last, tables) {
        Clause::new(Form::NoSuchEnd, [end(last)])
    } else if levels(written) > levels(target.suffix) {
        Clause::new(Form::EndTooLong, [end(written)])
    } else if levels(written) < levels(target.suffix) {
        Clause::new(Form::EndTooShort, [end(written)])
    } else if let Some(name) = tables.end_name(written).or_else(|| tables.end_name(last)) {
        Clause::new(Form::EndIs, [end(written), ("place", name.to_owned())])
    } else {
        Clause::new(Form::EndIsAnother, [end(written)])
    };
    let second = Clause::new(Form::EndsIn, [("of", target.domain.shown()), end(target.suffix)]);
    vec![first, second]
}
