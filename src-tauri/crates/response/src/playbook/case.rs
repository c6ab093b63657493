//! Case: what the steps are told of: the incident, the policy, the time.

use casebook::{FindingKind, Incident, Marked, Progress, State, Step};
use message::Timestamp;
use policy::ResponsePolicy;

use super::step::Deadline;

/// An incident at a time, under a policy.
pub(super) struct Case<'a> {
    pub(super) incident: &'a Incident,
    pub(super) progress: &'a Progress,
    pub(super) policy: &'a ResponsePolicy,
    pub(super) now: Timestamp,
}

impl<'a> Case<'a> {
    pub(super) const fn new(incident: &'a Incident, policy: &'a ResponsePolicy, now: Timestamp) -> Self {
        Self {
            incident,
            progress: &incident.progress,
            policy,
            now,
        }
    }

    pub(super) const fn is_in_progress(&self) -> bool {
        matches!(self.incident.state, State::InProgress)
    }

    /// Whether it is known that the message was not marked, or the desk says to go on.
    pub(super) fn is_cleared(&self) -> bool {
        match &self.progress.marked {
            None => false,
            Some(marked) if marked.value == Marked::No => !self.was_marking_found(marked.seq),
            Some(_) => self.progress.desk_cleared.is_some(),
        }
    }

    /// Whether Astray found a marking after the user had answered at `seq`.
    pub(super) fn was_marking_found(&self, seq: i64) -> bool {
        self.progress.scanned.as_ref().is_some_and(|scanned| {
            let is_marking = |kind| kind == FindingKind::Marking;
            scanned.seq > seq && scanned.value.iter().any(|one| is_marking(one.name.finding))
        })
    }

    /// Whether every wrong recipient's server returned the message.
    pub(super) fn is_bounced(&self) -> bool {
        let bounced = |address| {
            let known = &self.progress.bounces;
            known.iter().any(|bounce| bounce.value.recipient == address)
        };
        let lookalikes = &self.incident.facts.lookalikes;
        !lookalikes.is_empty() && lookalikes.iter().all(|fact| bounced(fact.address.clone()))
    }

    /// Whether somebody among the wrong recipients is not to be written to.
    pub(super) fn is_hostile(&self) -> bool {
        let lookalikes = &self.incident.facts.lookalikes;
        lookalikes
            .iter()
            .any(|fact| self.policy.is_hostile(fact.address.domain()))
    }

    pub(super) fn is_required(&self, step: &Step) -> bool {
        let is_named = self.policy.required.iter().any(|name| name == step.as_str());
        is_named || (*step == Step::Report && self.policy.must_report)
    }

    /// The deadlines that count from when it was said to be a mistake.
    pub(super) fn deadlines(&self) -> Vec<Deadline> {
        let Some(confirmed) = &self.progress.confirmed else {
            return Vec::new();
        };
        let deadlines = self.policy.deadlines.iter().map(|deadline| {
            let at = later(confirmed.at, HOUR, deadline.hours);
            Deadline {
                name: deadline.name.clone(),
                source: deadline.source.clone(),
                usual: deadline.usual,
                at,
                is_over: self.now > at,
            }
        });
        deadlines.collect()
    }

    /// When an answer is due that was asked for at `asked_at`.
    pub(super) fn answer_due(&self, asked_at: Timestamp) -> Timestamp {
        later(asked_at, DAY, self.policy.answer_days)
    }

    /// The event's place, where it can be taken back.
    pub(super) fn undo(&self, seq: i64) -> Option<i64> {
        self.incident.can_take_back(seq).then_some(seq)
    }
}

fn later(from: Timestamp, unit: i64, count: u32) -> Timestamp {
    Timestamp::from_millis(
        from.millis()
            .saturating_add(unit.saturating_mul(i64::from(count))),
    )
}

const HOUR: i64 = 60 * 60 * 1000;

const DAY: i64 = 24 * HOUR;
