//! Playbook: which steps there are in an incident, how each stands, what may be done next, and by when. Pure.
//!
//! ```text
//!  mistake ─▶ marked ─▶ harm ─▶ deletion ─▶ report ─▶ resend ─▶ prevention ─▶ close
//!               │                                ▲        │
//!               └ yes: everything below is        └────────┘ only after marked and report
//!                 folded away until the security desk says to go on
//! ```
//! An organisation may reorder what lies between marked and close, add steps of its own, and require some. The playbook never says
//! that somebody must be told: it says who decides, and by when.

mod case;
mod deletion;
mod letters;
mod reporting;
mod step;
mod steps;

use casebook::{Incident, Outcome, State, Step};
use message::Timestamp;
use policy::ResponsePolicy;

pub use step::{Action, Deadline, Standing, StepStatus, Waiting, Why};

use case::Case;

/// An incident's steps as they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Playbook {
    /// All steps in their order.
    pub steps: Vec<StepStatus>,
    /// The one thing to do now.
    pub next: Next,
    /// Whether everything stops until the security desk says to go on.
    pub is_stopped: bool,
    /// By when it has to be decided whether somebody must be told, the earliest first; empty before it is said to be a mistake.
    pub deadlines: Vec<Deadline>,
    /// How the incident can be closed now, the likeliest first.
    pub outcomes: Vec<Outcome>,
}

/// The one thing to do now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Next {
    /// This, in that step.
    Do(Step, Action),
    /// Wait for an answer until then.
    Wait(Step, Timestamp),
    /// Nothing: it is over.
    Nothing,
}

impl Playbook {
    /// The steps of an incident at a time, under an organisation's policy.
    pub fn of(incident: &Incident, policy: &ResponsePolicy, now: Timestamp) -> Self {
        let case = Case::new(incident, policy, now);
        let mut steps = vec![steps::mistake(&case), steps::marked(&case)];
        let between = policy.order.iter().filter_map(|name| Step::parse(name));
        steps.extend(between.map(|step| steps::between(&case, step)));
        steps.push(steps::close(&case, &steps));
        Self {
            next: next(incident.state, &steps),
            is_stopped: incident.progress.is_stopped(),
            deadlines: case.deadlines(),
            outcomes: match steps.last().map(|close| &close.standing) {
                Some(Standing::Open) => reporting::outcomes(&case),
                Some(_) | None => Vec::new(),
            },
            steps,
        }
    }

    /// A step by its name; none where it is no step of this policy.
    pub fn step(&self, step: &Step) -> Option<&StepStatus> {
        self.steps.iter().find(|status| status.step == *step)
    }

    /// Whether this may be done now.
    pub fn allows(&self, step: &Step, action: &Action) -> bool {
        self.step(step)
            .is_some_and(|status| status.actions.contains(action))
    }
}

fn next(state: State, steps: &[StepStatus]) -> Next {
    if matches!(state, State::Done | State::NotAMistake) {
        return Next::Nothing;
    }
    let first = |status: &StepStatus| Some(Next::Do(status.step.clone(), status.actions.first()?.clone()));
    let is_open = |status: &&StepStatus| status.standing == Standing::Open && status.step != Step::Close;
    let is_draft = |status: &&StepStatus| status.standing == Standing::Waiting(Waiting::ForTheDraft);
    let open = steps.iter().filter(is_open).find_map(first);
    let draft = || steps.iter().filter(is_draft).find_map(first);
    let answer = || {
        steps.iter().find_map(|status| match status.standing {
            Standing::Waiting(Waiting::ForAnAnswer(until)) => Some(Next::Wait(status.step.clone(), until)),
            Standing::Open | Standing::Waiting(_) | Standing::Done | Standing::Folded(_) => None,
        })
    };
    let close = || steps.last().and_then(first);
    open.or_else(draft)
        .or_else(answer)
        .or_else(close)
        .unwrap_or(Next::Nothing)
}

#[cfg(test)]
mod tests {
    use casebook::{
        AccountId, Answer, Became, Bounce, Contents, Decision, EventKind, EventRow, Facts, Fate, Finding,
        FindingKind, FindingName, Incident, Intent, Letter, LookalikeFact, Marked, Note, Outcome, Progress,
        Step, TrustScope, Way,
    };
    use lookalike::{Confidence, Severity};
    use mailbox::Uid;
    use message::{Address, Domain, Field, HeaderText, MessageId, MessageKey, Timestamp};
    use policy::{Policy, ResponsePolicy};

    use super::*;

    const HOUR: i64 = 60 * 60 * 1000;

    /// An incident to whom these events happened, one an hour.
    fn incident(events: &[EventKind]) -> Incident {
        let row = |(kind, seq): (EventKind, i64)| EventRow {
            seq,
            at: Timestamp::from_millis((seq - 1) * HOUR),
            kind,
        };
        let all = std::iter::once(EventKind::Noticed).chain(events.iter().cloned());
        let events: Vec<EventRow> = all.zip(1..).map(row).collect();
        let progress = Progress::of(&events).unwrap();
        let address = Address::parse("john@army.ml").unwrap();
        let fact = LookalikeFact {
            field: Field::To,
            address,
            of: Domain::parse("army.mil").unwrap(),
            severity: Severity::High,
            confidence: Confidence::new(0.99),
            reasons: Vec::new(),
        };
        Incident {
            id: 1.into(),
            account: AccountId::from(1),
            account_address: Address::parse("a.clerk@acme.example").unwrap(),
            mailbox: "Sent".into(),
            uid: Uid::new(7).unwrap(),
            message_key: MessageKey::from_bytes([0; 32]),
            facts: Facts {
                subject: HeaderText::clean("Plan"),
                from: None,
                message_id: None,
                references: Vec::new(),
                sent_at: None,
                noticed_at: Timestamp::from_millis(0),
                recipients: Vec::new(),
                lookalikes: vec![fact],
            },
            state: progress.state,
            progress,
            events,
        }
    }

    fn decided(decision: Decision) -> EventKind {
        EventKind::Decided(decision)
    }

    /// That it is a mistake, and was not marked.
    fn begun() -> Vec<EventKind> {
        vec![
            decided(Decision::Confirmed),
            decided(Decision::Marked(Marked::No)),
        ]
    }

    fn id(letter: Letter) -> MessageId {
        MessageId::parse(&format!("{}@acme.example", letter.as_str())).unwrap()
    }

    fn intended(letter: Letter, to: &str) -> EventKind {
        EventKind::Intended(Intent {
            letter,
            way: Way::Send,
            message_id: id(letter),
            to: vec![Address::parse(to).unwrap()],
            kept: None,
        })
    }

    fn became(letter: Letter, fate: Fate) -> EventKind {
        EventKind::Became(Became {
            message_id: id(letter),
            fate,
        })
    }

    fn sent(letter: Letter, to: &str) -> [EventKind; 2] {
        [intended(letter, to), became(letter, Fate::Sent)]
    }

    fn marking() -> Finding {
        Finding {
            name: FindingName {
                finding: FindingKind::Marking,
                detail: Note::new("CONFIDENTIAL"),
            },
            count: 1,
        }
    }

    /// The playbook after these events, at an hour, as text.
    fn drawn(events: &[EventKind], policy: &ResponsePolicy, hour: i64) -> String {
        let incident = incident(events);
        let playbook = Playbook::of(&incident, policy, Timestamp::from_millis(hour * HOUR));
        let mut lines = vec![format!("next: {:?}", playbook.next)];
        for status in &playbook.steps {
            let mut line = format!("{}: {:?} {:?}", status.step, status.standing, status.actions);
            if status.is_required {
                line.push_str(" required");
            }
            if let Some(at) = status.done_at {
                line.push_str(&format!(" done at hour {}", at.millis() / HOUR));
            }
            if let Some(due) = &status.due {
                let over = if due.is_over { ", which is over" } else { "" };
                line.push_str(&format!(" due at hour {}{over}", due.at.millis() / HOUR));
            }
            if let Some(seq) = status.undo {
                line.push_str(&format!(" undo {seq}"));
            }
            lines.push(line);
        }
        lines.push(format!("outcomes: {:?}", playbook.outcomes));
        lines.join("\n").replace("MessageId(\"", "(\"")
    }

    fn plain(events: &[EventKind]) -> String {
        drawn(events, &ResponsePolicy::default(), 20)
    }

    fn policy(json: &str) -> ResponsePolicy {
        Policy::parse(json).unwrap().response
    }

    /// Whether the step stands so after these events.
    fn check(events: &[EventKind], step: &Step, expected: &Standing) {
        let playbook = Playbook::of(
            &incident(events),
            &ResponsePolicy::default(),
            Timestamp::from_millis(20 * HOUR),
        );
        assert_eq!(
            &playbook.step(step).unwrap().standing,
            expected,
            "{step} after {events:?}"
        );
    }

    #[test]
    fn before_anything_is_decided() {
        insta::assert_snapshot!(plain(&[]));
    }

    #[test]
    fn when_the_user_is_not_sure() {
        insta::assert_snapshot!(plain(&[decided(Decision::NotSure)]));
    }

    #[test]
    fn when_it_is_right() {
        insta::assert_snapshot!(plain(&[decided(Decision::ItsRight(TrustScope::Once))]));
    }

    #[test]
    fn when_it_is_a_mistake_nothing_goes_before_markings_are_asked_about() {
        insta::assert_snapshot!(plain(&[decided(Decision::Confirmed)]));
    }

    #[test]
    fn when_it_was_marked_everything_stops() {
        insta::assert_snapshot!(plain(&[
            decided(Decision::Confirmed),
            decided(Decision::Marked(Marked::Yes))
        ]));
    }

    #[test]
    fn when_the_desk_says_to_go_on() {
        insta::assert_snapshot!(plain(&[
            decided(Decision::Confirmed),
            decided(Decision::Marked(Marked::Yes)),
            decided(Decision::DeskCleared)
        ]));
    }

    #[test]
    fn when_nobody_knows_whether_it_was_marked_nothing_goes_outside() {
        insta::assert_snapshot!(plain(&[
            decided(Decision::Confirmed),
            decided(Decision::Marked(Marked::Unknown))
        ]));
    }

    #[test]
    fn when_a_marking_is_found_afterwards_it_is_asked_again() {
        let mut events = begun();
        events.push(decided(Decision::Scanned(vec![marking()])));
        check(&events, &Step::Marked, &Standing::Open);
        let reached = Standing::Waiting(Waiting::ForSteps(vec![Step::Marked]));
        check(&events, &Step::Deletion, &reached);
        events.push(decided(Decision::Marked(Marked::No)));
        check(&events, &Step::Marked, &Standing::Done);
        check(&events, &Step::Deletion, &Standing::Open);
    }

    #[test]
    fn when_the_way_is_free() {
        insta::assert_snapshot!(plain(&begun()));
    }

    #[test]
    fn when_findings_are_left() {
        let mut events = begun();
        events.extend([
            decided(Decision::Contents(vec![Contents::PasswordsOrKeys])),
            decided(Decision::Scanned(vec![Finding {
                name: FindingName {
                    finding: FindingKind::SharedLink,
                    detail: Note::new("drive.example"),
                },
                count: 2,
            }])),
        ]);
        insta::assert_snapshot!(plain(&events));
    }

    #[test]
    fn a_hostile_domain_is_not_written_to() {
        let hostile =
            policy(r#"{"hostile_domains": ["army.ml"], "security_desk": {"email": "desk@acme.example"}}"#);
        insta::assert_snapshot!(drawn(&begun(), &hostile, 20));
    }

    #[test]
    fn a_message_that_came_back_needs_no_request() {
        let mut events = begun();
        events.push(EventKind::Bounced(Bounce {
            recipient: Address::parse("john@army.ml").unwrap(),
            status: Note::new("5.1.1"),
        }));
        check(&events, &Step::Deletion, &Standing::Folded(Why::Bounced));
        assert!(plain(&events).ends_with("outcomes: [Bounced, NotReported]"));
    }

    #[test]
    fn the_request_waits_then_reminds_once_then_is_the_desks() {
        let mut events = begun();
        events.extend(sent(Letter::Recall, "john@army.ml"));
        let default = ResponsePolicy::default();
        let mut out = Vec::new();
        for hour in [20, 24 * 3 + 5] {
            out.push(drawn(&events, &default, hour));
        }
        events.extend(sent(Letter::Reminder, "john@army.ml"));
        for hour in [20, 24 * 3 + 8] {
            out.push(drawn(&events, &default, hour));
        }
        let of_deletion = |text: &String| {
            let lines = text
                .lines()
                .filter(|line| line.starts_with("next") || line.starts_with("deletion"));
            lines.collect::<Vec<_>>().join("\n")
        };
        insta::assert_snapshot!(out.iter().map(of_deletion).collect::<Vec<_>>().join("\n\n"));
    }

    #[test]
    fn an_answer_settles_the_request() {
        let filed = |answer| {
            let mut events = begun();
            events.extend(sent(Letter::Recall, "john@army.ml"));
            let note = Note::default();
            events.push(decided(Decision::AnswerFiled { answer, note }));
            events
        };
        check(&filed(Answer::Deleted), &Step::Deletion, &Standing::Done);
        check(
            &filed(Answer::Refused),
            &Step::Deletion,
            &Standing::Folded(Why::DesksNow),
        );
        let until = Timestamp::from_millis((4 + 72) * HOUR);
        check(
            &filed(Answer::Other),
            &Step::Deletion,
            &Standing::Waiting(Waiting::ForAnAnswer(until)),
        );
    }

    #[test]
    fn what_may_have_gone_is_looked_for_before_anything_else_is_sent() {
        for (letter, step, to) in [
            (Letter::Recall, Step::Deletion, "john@army.ml"),
            (Letter::Report, Step::Report, "desk@acme.example"),
            (Letter::Corrected, Step::Resend, "john@army.mil"),
        ] {
            for events in [vec![], vec![became(letter, Fate::Unknown)]] {
                let all = [begun(), vec![intended(letter, to)], events].concat();
                let incident = incident(&all);
                let playbook = Playbook::of(&incident, &ResponsePolicy::default(), Timestamp::from_millis(0));
                assert_eq!(
                    playbook.step(&step).unwrap().actions,
                    [Action::Resolve(id(letter))]
                );
            }
        }
    }

    #[test]
    fn a_draft_waits_for_the_user() {
        let mut events = begun();
        events.extend([
            intended(Letter::Recall, "john@army.ml"),
            became(Letter::Recall, Fate::Drafted),
        ]);
        check(&events, &Step::Deletion, &Standing::Waiting(Waiting::ForTheDraft));
        events.push(became(Letter::Recall, Fate::Sent));
        let until = Timestamp::from_millis((5 + 72) * HOUR);
        check(
            &events,
            &Step::Deletion,
            &Standing::Waiting(Waiting::ForAnAnswer(until)),
        );
    }

    #[test]
    fn it_is_sent_again_only_after_the_report() {
        let mut events = begun();
        let first = Standing::Waiting(Waiting::ForSteps(vec![Step::Report]));
        check(&events, &Step::Resend, &first);
        let reason = Note::new("not needed");
        let mut skipped = events.clone();
        skipped.push(decided(Decision::StepSkipped {
            step: Step::Report,
            reason,
        }));
        check(&skipped, &Step::Resend, &Standing::Open);
        events.extend(sent(Letter::Report, "desk@acme.example"));
        check(&events, &Step::Resend, &Standing::Open);
    }

    #[test]
    fn a_deadline_counts_from_the_confirmation_and_can_be_over() {
        let report = |hour| {
            let incident = incident(&begun());
            let at = Timestamp::from_millis(hour * HOUR);
            let playbook = Playbook::of(&incident, &ResponsePolicy::default(), at);
            playbook.step(&Step::Report).unwrap().due.clone().unwrap()
        };
        let due = report(72);
        assert_eq!((due.at.millis(), due.is_over), (73 * HOUR, false));
        assert_eq!(due.source.as_str(), "GDPR Article 33; UK ICO");
        assert!(report(74).is_over);
    }

    #[test]
    fn a_policy_adds_steps_reorders_and_requires() {
        let own = policy(
            r#"{"steps": {"add": [{"name": "tell_client", "title": "Tell the client", "text": "Call them."}],
                          "order": ["report", "tell_client"], "require": ["tell_client"]}, "must_report": true,
                "secure_way": "the vault"}"#,
        );
        let mut events = begun();
        insta::assert_snapshot!("a_policy_of_its_own", drawn(&events, &own, 20));
        events.extend(sent(Letter::Report, "desk@acme.example"));
        events.push(decided(Decision::StepDone(Step::parse("tell_client").unwrap())));
        insta::assert_snapshot!("a_policy_of_its_own_that_is_met", drawn(&events, &own, 20));
    }

    #[test]
    fn when_all_is_done_it_can_be_closed_and_reopened() {
        let mut events = begun();
        events.push(decided(Decision::Contents(vec![Contents::Nothing])));
        events.extend(sent(Letter::Recall, "john@army.ml"));
        events.extend(sent(Letter::Report, "desk@acme.example"));
        events.push(decided(Decision::AnswerFiled {
            answer: Answer::Deleted,
            note: Note::default(),
        }));
        for step in [Step::Resend, Step::Prevention] {
            events.push(decided(Decision::StepDone(step)));
        }
        insta::assert_snapshot!("all_is_done", plain(&events));
        events.push(decided(Decision::Closed {
            outcome: Outcome::DeletionConfirmed,
            word: Note::default(),
        }));
        insta::assert_snapshot!("closed", plain(&events));
        events.push(decided(Decision::Reopened));
        let reopened = plain(&events);
        assert!(reopened.starts_with("next: Do(Close, Close)"), "{reopened}");
    }

    #[test]
    fn a_request_without_an_answer_is_done_when_all_is_closed() {
        let mut events = begun();
        events.extend(sent(Letter::Recall, "john@army.ml"));
        events.push(decided(Decision::Closed {
            outcome: Outcome::NotReported,
            word: Note::new("Nobody answered"),
        }));
        check(&events, &Step::Deletion, &Standing::Done);
        check(&events, &Step::Resend, &Standing::Folded(Why::Closed));
    }

    #[test]
    fn what_was_dealt_with_without_the_steps_can_be_taken_up() {
        let playbook = plain(&[decided(Decision::DealtWith)]);
        assert!(playbook.contains("close: Done [Reopen]"), "{playbook}");
        assert!(playbook.contains("report: Folded(Closed) []"), "{playbook}");
    }

    #[test]
    fn the_policy_knows_the_same_steps() {
        let names: Vec<String> = Step::ALL.iter().map(ToString::to_string).collect();
        assert_eq!(names, policy::STEPS);
    }
}
