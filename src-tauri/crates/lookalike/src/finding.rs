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
        Evidence, SHORT, Strength, confusable, embedding, joined_word, letters,
        short_name::{self, Asked},
        sound,
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
pub(crate) struct Seen {
    pub(crate) evidence: Vec<Evidence>,
    pub(crate) strength: Strength,
}

impl Seen {
    /// Whether dots make the difference, so that the registrable domain says nothing.
    fn is_of_marks(&self) -> bool {
        self.evidence.iter().any(|evidence| {
            matches!(
                evidence.kind,
                ReasonKind::MissingDot | ReasonKind::ExtraDot | ReasonKind::MovedDot | ReasonKind::Embedding
            )
        })
    }
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
        let asked = asked_of(address, target, reference);
        let seen = strongest(name, &target, asked, &reference.tables)?;
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

/// Whether the end is the meant one without its first or its last levels: `gov` for `gov.uk`.
fn is_cut(meant: &str, written: &str) -> bool {
    let beside = |rest: Option<&str>, dot: fn(&str) -> bool| rest.is_some_and(dot);
    beside(meant.strip_prefix(written), |rest| rest.starts_with('.'))
        || beside(meant.strip_suffix(written), |rest| rest.ends_with('.'))
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
