//! Finding: one target with all that speaks for its having been meant.

use std::cmp::Reverse;

use message::{Address, Domain};

use crate::{
    Clause, Form, Lookalike, Reason, ReasonKind, Reference, Severity, Verdict,
    correspondents::Exchanged,
    excuse::Excuse,
    name::Name,
    reference::{Standing, Target},
    seen::Seen,
    signal::{Evidence, SHORT, Strength, letters},
    weight::Candidate,
};

pub(crate) struct Finding<'a> {
    candidate: Candidate<'a>,
    seen: Seen,
    severity: Severity,
}

impl<'a> Finding<'a> {
    /// What speaks for `target` where `name` was written; none where nothing does, or not enough.
    pub(crate) fn of(
        address: &Address,
        name: Name<'_>,
        target: Target<'a>,
        excuse: impl Fn() -> Excuse,
        reference: &Reference,
    ) -> Option<Self> {
        let (candidate, seen) = Self::weighed(address, name, target, excuse, reference)?;
        let severity = candidate.severity(seen.strength)?;
        Some(Self {
            candidate,
            seen,
            severity,
        })
    }

    /// The target as a candidate with what was seen, however little that is; none where nothing was.
    pub(crate) fn weighed(
        address: &Address,
        name: Name<'_>,
        target: Target<'a>,
        excuse: impl Fn() -> Excuse,
        reference: &Reference,
    ) -> Option<(Candidate<'a>, Seen)> {
        // Whoever registered the one has the other.
        if *name.registrable() == *target.registrable {
            return None;
        }
        let seen = Seen::of(address, name, &target, reference)?;
        let candidate = Candidate {
            target,
            traffic: reference.correspondents.traffic(target.registrable),
            person: reference.correspondents.same_person(address, target.registrable),
            excuse: match seen.is_of_marks() {
                true => excuse().as_a_whole(),
                false => excuse(),
            },
            is_end_cut: is_cut(target.suffix, name.suffix())
                && name.label() == target.label
                && letters(target.label) > SHORT,
        };
        Some((candidate, seen))
    }

    /// Whether a protected name was written with foreign letters that look like its own.
    pub(crate) fn is_fake_of_protected(&self) -> bool {
        let is_fake = |evidence: &Evidence| evidence.kind == ReasonKind::Confusable;
        self.candidate.target.standing == Standing::Protected && self.seen.evidence.iter().any(is_fake)
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
        for Evidence {
            kind, mut clauses, ..
        } in self.seen.evidence
        {
            if reasons.is_empty() && kind != ReasonKind::TopLevelDomain {
                clauses.push(why_it_counts(&of, candidate));
            }
            reasons.push(Reason::new(kind, clauses));
        }
        reasons.extend(candidate.person.map(|traffic| same_person(address, &of, traffic)));
        let written = candidate.excuse.traffic.sent;
        reasons.extend((written > 0).then(|| {
            let of = ("of", name.domain().shown());
            let clause = Clause::new(Form::WrittenBefore, [of, count(written)]);
            Reason::new(ReasonKind::WrittenBefore, vec![clause])
        }));
        Verdict::Lookalike(Lookalike {
            of,
            severity: self.severity,
            confidence: candidate.confidence(self.seen.strength),
            reasons,
        })
    }
}

/// Whether the end is the meant one without its first or its last levels: `gov` for `gov.uk`.
fn is_cut(meant: &str, written: &str) -> bool {
    let beside = |rest: Option<&str>, dot: fn(&str) -> bool| rest.is_some_and(dot);
    beside(meant.strip_prefix(written), |rest| rest.starts_with('.'))
        || beside(meant.strip_suffix(written), |rest| rest.ends_with('.'))
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

fn why_it_counts(of: &Domain, candidate: Candidate<'_>) -> Clause {
    let Exchanged { sent, received } = candidate.traffic;
    let of = ("of", of.shown());
    match (candidate.target.standing, sent, received) {
        (Standing::Protected, 0, _) => Clause::new(Form::Protected, [of]),
        (_, 2.., _) => Clause::new(Form::UsuallyWritten, [of, count(sent)]),
        (_, 1, _) => Clause::new(Form::WrittenOnce, [of]),
        (Standing::WellKnown, ..) => Clause::new(Form::WellKnown, [of]),
        (Standing::Known, ..) => Clause::new(Form::Received, [of, count(received)]),
    }
}

fn same_person(address: &Address, of: &Domain, traffic: Exchanged) -> Reason {
    let values = [
        ("person", message::shown(address.local())),
        ("of", of.shown()),
        count(traffic.total()),
    ];
    Reason::new(
        ReasonKind::SamePerson,
        vec![Clause::new(Form::SamePerson, values)],
    )
}

fn count(messages: u32) -> (&'static str, String) {
    ("count", messages.to_string())
}
