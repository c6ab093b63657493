//! Weight: evidence, the target's importance and what speaks for the written name → severity and confidence.

use crate::{
    Confidence, Severity,
    correspondents::Exchanged,
    excuse::Excuse,
    reference::{Standing, Target},
    signal::Strength,
};

/// Messages that the user sent to the written domain after which it is less likely a slip.
const WRITTEN_OFTEN: u32 = 5;

/// A target as one address finds it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate<'a> {
    pub(crate) target: Target<'a>,
    /// Mail exchanged with the target's registrable domain.
    pub(crate) traffic: Exchanged,
    /// Mail exchanged with the same person there.
    pub(crate) person: Option<Exchanged>,
    /// What speaks for the written domain.
    pub(crate) excuse: Excuse,
    /// Whether it is the target's label under a part of the target's end.
    pub(crate) is_end_cut: bool,
}

impl Candidate<'_> {
    /// How severe evidence of this strength is here; none where it is no finding.
    ///
    /// | target | weak | fair | strong |
    /// | --- | --- | --- | --- |
    /// | protected; a provider that everybody knows; or known with at least 10 messages | low | medium | high |
    /// | known with fewer | – | low | medium |
    /// | known with a single message | – | – | low |
    ///
    /// One step more where the very person is known there. Then, for what speaks for the written domain:
    ///
    /// - A real name that is well known, or a mail provider's, is a finding where the person is known by more mail than went to
    ///   that name: a low one, or of medium severity next to a protected target. And a low one next to a protected target that
    ///   the evidence is strong for, or of which it has a part of the end (`justice.gov` for `justice.gov.uk`).
    /// - Next to a protected target, 5 messages that the user sent to it take a step from high to medium and no further, and
    ///   none where the person is known: the same slip may have been made for years.
    /// - Next to any other where the person has answered from the target, and nobody ever from the written one, it counts whole.
    /// - Next to any other else, it is none where the user writes to it as often as to the target, or 5 times and a quarter as
    ///   often; low where it has written to the user; and a step less where he has written to it 5 times.
    pub(crate) fn severity(self, strength: Strength) -> Option<Severity> {
        let steps: i8 = match strength {
            Strength::Weak => 0,
            Strength::Fair => 1,
            Strength::Strong => 2,
        };
        let steps = steps
            .saturating_add(self.importance())
            .saturating_add(i8::from(self.person.is_some()));
        let severity = match steps {
            ..=0 => None,
            1 => Some(Severity::Low),
            2 => Some(Severity::Medium),
            3.. => Some(Severity::High),
        };
        self.excused(severity?, strength)
    }

    fn importance(self) -> i8 {
        let is_often = self.traffic.is_often();
        match (self.target.standing, self.traffic.total()) {
            (Standing::Protected | Standing::WellKnown, _) => 1,
            _ if is_often => 1,
            (Standing::Known, ..=1) => -1,
            (Standing::Known, _) => 0,
        }
    }

    fn excused(self, severity: Severity, strength: Strength) -> Option<Severity> {
        let Excuse { traffic, is_real, .. } = self.excuse;
        let is_protected = self.target.standing == Standing::Protected;
        if is_real {
            let is_usual = self.person.is_some_and(|person| person.total() > traffic.sent);
            return match (is_protected, is_usual) {
                (true, true) => Some(severity.min(Severity::Medium)),
                (false, true) => Some(Severity::Low),
                (true, false) if strength == Strength::Strong || self.is_end_cut => Some(Severity::Low),
                (_, false) => None,
            };
        }
        let is_rarer = traffic.sent < self.traffic.sent
            && (traffic.sent < WRITTEN_OFTEN || traffic.sent < self.traffic.sent / 4);
        match (is_protected, traffic.sent >= WRITTEN_OFTEN) {
            (true, true) if self.person.is_none() => Some(severity.min(Severity::Medium)),
            (true, _) => Some(severity),
            (false, _) if traffic.received == 0 && self.person.is_some_and(Exchanged::is_answered) => {
                Some(severity)
            }
            (false, _) if traffic.sent > 0 && !is_rarer => None,
            (false, _) if traffic.received > 0 => Some(Severity::Low),
            (false, true) => lowered(severity),
            (false, false) => Some(severity),
        }
    }

    /// How sure the judge is: each thing that speaks for a slip leaves a part of the doubt.
    pub(crate) fn confidence(self, strength: Strength) -> Confidence {
        let doubt = match strength {
            Strength::Weak => 0.6,
            Strength::Fair => 0.3,
            Strength::Strong => 0.1,
        };
        let by_target = match self.importance() {
            ..0 => 0.8,
            0 => 0.4,
            1.. => 0.1,
        };
        let by_person = if self.person.is_some() { 0.5 } else { 1.0 };
        let excuse = if self.excuse.is_real || self.excuse.traffic.total() > 0 {
            0.6
        } else {
            1.0
        };
        Confidence::new((1.0 - doubt * by_target * by_person) * excuse)
    }
}

const fn lowered(severity: Severity) -> Option<Severity> {
    match severity {
        Severity::Low => None,
        Severity::Medium => Some(Severity::Low),
        Severity::High => Some(Severity::Medium),
    }
}
