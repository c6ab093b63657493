//! Finding: one target with all that speaks for its having been meant.

use std::cmp::Reverse;

use message::{Address, Domain};

use crate::{
    Lookalike, Reason, ReasonKind, Reference, Severity, Verdict,
    correspondents::Traffic,
    excuse::Excuse,
    name::Name,
    reference::{Standing, Target},
    signal::{
        Evidence, SHORT, Strength, confusable, embedding, letters,
        top_level_domain::{self, End},
        typing_slip,
    },
    tables::Tables,
    weight::Candidate,
};

/// Labels of fewer letters are not taken for the target's when both they and the end differ.
const ENOUGH_FOR_TWO: usize = 5;

pub(crate) struct Finding<'a> {
    candidate: Candidate<'a>,
    seen: Seen,
    severity: Severity,
}

/// What the signals saw, strongest first.
struct Seen {
    evidence: Vec<Evidence>,
    strength: Strength,
}

impl<'a> Finding<'a> {
    /// What speaks for `target` where `name` was written; none where nothing does, or not enough.
    pub(crate) fn of(
        address: &Address,
        name: Name<'_>,
        target: Target<'a>,
        excuse: Excuse,
        reference: &Reference,
    ) -> Option<Self> {
        // Whoever registered the one has the other.
        if name.registrable() == target.registrable {
            return None;
        }
        let person = || reference.correspondents.same_person(address, target.registrable);
        let is_person_known = letters(target.label) <= SHORT && person().is_some();
        let seen = strongest(name, &target, is_person_known, reference.tables)?;
        let candidate = Candidate {
            target,
            traffic: reference.correspondents.traffic(target.registrable),
            person: person(),
            excuse,
        };
        let severity = candidate.severity(seen.strength)?;
        Some(Self {
            candidate,
            seen,
            severity,
        })
    }

    /// The better the less: the most severe, with the strongest evidence, next to the weightiest target; then the first by name.
    pub(crate) fn rank(&self) -> (Reverse<(Severity, Strength, Standing, u32)>, &'a str) {
        let Candidate { target, traffic, .. } = self.candidate;
        (
            Reverse((
                self.severity,
                self.seen.strength,
                target.standing,
                traffic.total(),
            )),
            target.domain.ascii(),
        )
    }

    pub(crate) fn into_verdict(self, address: &Address, name: Name<'_>, reference: &Reference) -> Verdict {
        let candidate = self.candidate;
        // A target was a domain once, and is still.
        let Some(of) = meant(name, candidate.target, reference) else {
            return Verdict::Unknown;
        };
        let mut reasons: Vec<Reason> = Vec::new();
        for Evidence { kind, detail, .. } in self.seen.evidence {
            let says_which = reasons.is_empty() && kind != ReasonKind::TopLevelDomain;
            let detail = if says_which {
                format!("{detail}; {}", why_it_counts(&of, candidate))
            } else {
                detail
            };
            reasons.push(Reason::new(kind, detail));
        }
        reasons.extend(candidate.person.map(|traffic| same_person(address, &of, traffic)));
        let written = candidate.excuse.traffic.sent;
        reasons.extend((written > 0).then(|| {
            let detail = format!(
                "you have written to {} before ({})",
                name.domain().shown(),
                messages(written)
            );
            Reason::new(ReasonKind::WrittenBefore, detail)
        }));
        Verdict::Lookalike(Lookalike {
            of,
            severity: self.severity,
            confidence: candidate.confidence(self.seen.strength),
            reasons,
        })
    }
}

fn strongest(name: Name<'_>, target: &Target<'_>, is_person_known: bool, tables: &Tables) -> Option<Seen> {
    let marks = name
        .depths()
        .filter_map(|depth| embedding::compare_marks(target, name, depth));
    let inside = embedding::compare_inside(target, name);
    let single = marks.chain(inside).map(|evidence| Seen {
        strength: evidence.strength,
        evidence: vec![evidence],
    });
    let letters = name.depths().filter_map(|depth| {
        let end = End {
            written: name.suffix_at(depth),
            is_registered: depth == name.depth(),
        };
        label_and_end(target, (name.label_at(depth), end), is_person_known, tables)
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
    is_person_known: bool,
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
        false => Some(other_label(target, label, is_person_known, tables)?),
    };
    match (slip, other_end) {
        (None, None) => None,
        (Some(one), None) | (None, Some(one)) => Some(Seen {
            strength: one.strength,
            evidence: vec![one],
        }),
        (Some(slip), Some(other_end)) => {
            let is_enough = letters(target.label) >= ENOUGH_FOR_TWO;
            let strength = slip
                .strength
                .min(other_end.strength)
                .lowered()
                .filter(|_| is_enough)?;
            let mut evidence = vec![slip, other_end];
            evidence.sort_by_key(|seen| Reverse(seen.strength));
            Some(Seen { evidence, strength })
        }
    }
}

fn other_label(
    target: &Target<'_>,
    written: &str,
    is_person_known: bool,
    tables: &Tables,
) -> Option<Evidence> {
    let looks_alike = confusable::compare(target, written);
    let is_asked = is_person_known || letters(target.label) > SHORT;
    let slip = typing_slip::compare(target, written, tables).filter(|_| is_asked);
    match (looks_alike, slip) {
        (Some(a), Some(b)) => Some(if b.strength > a.strength { b } else { a }),
        (a, b) => a.or(b),
    }
}

/// The domain that was meant: under the target's, the same subdomain if that one is known too.
fn meant(name: Name<'_>, target: Target<'_>, reference: &Reference) -> Option<Domain> {
    let domain = target.domain.ascii();
    let host = name
        .domain()
        .ascii()
        .strip_suffix(name.registrable())
        .filter(|host| !host.is_empty());
    let below = host.and_then(|host| Domain::parse(&format!("{host}{domain}")).ok());
    below
        .filter(|below| reference.is_target(below))
        .or_else(|| Domain::parse(domain).ok())
}

fn why_it_counts(of: &Domain, candidate: Candidate<'_>) -> String {
    let Traffic { sent, received } = candidate.traffic;
    let of = of.shown();
    match (candidate.target.standing, sent, received) {
        (Standing::Protected, 0, _) => format!("{of} is protected"),
        (_, 2.., _) => format!("you usually write to {of} ({})", messages(sent)),
        (_, 1, _) => format!("you have written to {of}"),
        (Standing::WellKnown, ..) => format!("{of} is a well-known mail provider"),
        (Standing::Known, ..) => format!("you have mail from {of} ({})", messages(received)),
    }
}

fn same_person(address: &Address, of: &Domain, traffic: Traffic) -> Reason {
    let detail = format!(
        "you know “{}” at {} ({})",
        message::shown(address.local()),
        of.shown(),
        messages(traffic.total())
    );
    Reason::new(ReasonKind::SamePerson, detail)
}

fn messages(count: u32) -> String {
    if count == 1 {
        "1 message".into()
    } else {
        format!("{count} messages")
    }
}
