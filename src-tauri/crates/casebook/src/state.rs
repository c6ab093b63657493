//! How an incident stands, and what may happen to it. Pure.
//!
//! ```text
//!                 ItsRight
//!  ┌──────────┐ ───────────▶ ┌─────────────┐
//!  │ NeedsYou │ ◀─────────── │ NotAMistake │
//!  └──────────┘   Reopened   └─────────────┘
//!    │      │ DealtWith
//!    │      └──────────────────┐
//!    │ Confirmed               ▼
//!    ▼             Closed   ┌──────┐
//!  ┌────────────┐ ────────▶ │ Done │
//!  │ InProgress │ ◀──────── └──────┘
//!  └────────────┘  Reopened (to NeedsYou where it was never confirmed)
//! ```
//! Answers, steps and letters belong to InProgress and leave it as it is; Noticed, Told, Opened and Bounced change nothing anywhere.
//! A decision that is taken back counts as never made ([`crate::Progress`]).

use crate::{Decision, Error, EventKind};

/// How an incident stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum State {
    /// Nobody has decided yet.
    #[default]
    NeedsYou,
    /// It is a mistake, and being dealt with.
    InProgress,
    /// It is over.
    Done,
    /// The user said that it went where it should.
    NotAMistake,
}

impl State {
    /// All states.
    pub const ALL: [Self; 4] = [Self::NeedsYou, Self::InProgress, Self::Done, Self::NotAMistake];

    /// The state as it is written down.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NeedsYou => "needs_you",
            Self::InProgress => "in_progress",
            Self::Done => "done",
            Self::NotAMistake => "not_a_mistake",
        }
    }

    /// The state of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// The state after an event. What is taken back has no place here.
    ///
    /// # Errors
    /// [`Error::Refused`] where the event does not fit.
    pub(crate) const fn after(self, event: &EventKind, is_confirmed: bool) -> Result<Self, Error> {
        match (event, self) {
            (EventKind::Noticed | EventKind::Told | EventKind::Opened | EventKind::Bounced(_), state) => {
                Ok(state)
            }
            (EventKind::Decided(decision), state) => state.decided(decision, is_confirmed),
            // What became of a letter is worth knowing after the end, too.
            (EventKind::Became(_) | EventKind::Filed(_), Self::InProgress | Self::Done) => Ok(self),
            (EventKind::Intended(_), Self::InProgress) => Ok(Self::InProgress),
            (EventKind::Intended(_) | EventKind::Became(_) | EventKind::Filed(_), state) => {
                Err(Error::Refused(state.said()))
            }
            (EventKind::TakenBack(_), state) => Err(Error::Refused(state.said())),
        }
    }

    const fn decided(self, decision: &Decision, is_confirmed: bool) -> Result<Self, Error> {
        match (decision, self) {
            (Decision::Confirmed, Self::NeedsYou) => Ok(Self::InProgress),
            (Decision::NotSure, Self::NeedsYou) => Ok(Self::NeedsYou),
            (Decision::ItsRight(_), Self::NeedsYou) => Ok(Self::NotAMistake),
            (Decision::DealtWith, Self::NeedsYou) => Ok(Self::Done),
            (
                Decision::Marked(_)
                | Decision::DeskCleared
                | Decision::Contents(_)
                | Decision::Scanned(_)
                | Decision::FindingDone(_)
                | Decision::AnswerFiled { .. }
                | Decision::StepDone(_)
                | Decision::StepSkipped { .. },
                Self::InProgress,
            ) => Ok(Self::InProgress),
            (Decision::Closed { .. }, Self::InProgress) => Ok(Self::Done),
            (Decision::Reopened, Self::Done) if is_confirmed => Ok(Self::InProgress),
            (Decision::Reopened, Self::Done | Self::NotAMistake) => Ok(Self::NeedsYou),
            (_, state) => Err(Error::Refused(state.said())),
        }
    }

    /// The state in words that follow “it is”.
    const fn said(self) -> &'static str {
        match self {
            Self::NeedsYou => "not decided yet whether it is a mistake",
            Self::InProgress => "in progress",
            Self::Done => "dealt with already",
            Self::NotAMistake => "not a mistake already",
        }
    }
}

#[cfg(test)]
mod tests {
    use message::MessageId;

    use super::*;
    use crate::{
        Answer, Became, Bounce, Contents, Fate, Finding, FindingKind, FindingName, Intent, Letter,
        LetterName, Marked, Note, Outcome, Step, TakenBack, TrustScope, Way,
    };

    fn name() -> FindingName {
        FindingName {
            finding: FindingKind::Marking,
            detail: Note::new("CONFIDENTIAL"),
        }
    }

    fn id() -> MessageId {
        MessageId::parse("1@acme.example").unwrap()
    }

    /// One event of each kind.
    pub(crate) fn samples() -> Vec<EventKind> {
        let finding = Finding {
            name: name(),
            count: 2,
        };
        let decisions = [
            Decision::Confirmed,
            Decision::NotSure,
            Decision::ItsRight(TrustScope::Domain),
            Decision::DealtWith,
            Decision::Marked(Marked::Unknown),
            Decision::DeskCleared,
            Decision::Contents(vec![Contents::Health, Contents::PasswordsOrKeys]),
            Decision::Scanned(vec![finding]),
            Decision::FindingDone(name()),
            Decision::AnswerFiled {
                answer: Answer::Deleted,
                note: Note::new("by telephone"),
            },
            Decision::StepDone(Step::parse("tell_the_client").unwrap()),
            Decision::StepSkipped {
                step: Step::Resend,
                reason: Note::new("not needed"),
            },
            Decision::Closed {
                outcome: Outcome::Reported,
                word: Note::default(),
            },
            Decision::Reopened,
        ];
        let to = vec![message::Address::parse("john@army.ml").unwrap()];
        let mut events = vec![EventKind::Noticed, EventKind::Told, EventKind::Opened];
        events.extend(decisions.map(EventKind::Decided));
        events.extend([
            EventKind::Intended(Intent {
                letter: Letter::Recall,
                way: Way::Send,
                message_id: id(),
                to: to.clone(),
                kept: Some("00".into()),
            }),
            EventKind::Became(Became {
                message_id: id(),
                fate: Fate::Sent,
            }),
            EventKind::Became(Became::failed(id(), "550 no")),
            EventKind::Filed(LetterName { message_id: id() }),
            EventKind::Bounced(Bounce {
                recipient: to[0].clone(),
                status: Note::new("5.1.1"),
            }),
            EventKind::TakenBack(TakenBack { seq: 4 }),
        ]);
        events
    }

    #[test]
    fn the_whole_table_of_states_and_events() {
        let mut table = format!("{:<17}", "");
        for state in State::ALL {
            table.push_str(&format!("{:<15}", state.as_str()));
        }
        for event in samples() {
            let (word, _) = event.written().unwrap();
            table = format!("{}\n{word:<17}", table.trim_end());
            for state in State::ALL {
                let is_confirmed = matches!(state, State::InProgress | State::Done);
                let after = state.after(&event, is_confirmed).map_or("-", State::as_str);
                table.push_str(&format!("{after:<15}"));
            }
        }
        insta::assert_snapshot!(table.trim_end());
    }

    #[test]
    fn what_was_never_confirmed_is_reopened_undecided() {
        let reopened = EventKind::Decided(Decision::Reopened);
        assert_eq!(State::Done.after(&reopened, false).unwrap(), State::NeedsYou);
    }

    #[test]
    fn events_are_read_as_they_are_written() {
        let mut rows = Vec::new();
        for event in samples() {
            let (word, body) = event.written().unwrap();
            assert_eq!(EventKind::read(&word, &body).unwrap(), event, "{word} {body}");
            rows.push(format!("{word} {body}"));
        }
        insta::assert_snapshot!(rows.join("\n"));
    }

    #[test]
    fn records_of_the_first_version_are_read() {
        for (word, scope) in [
            ("its_right_once", TrustScope::Once),
            ("its_right_address", TrustScope::Address),
            ("its_right_domain", TrustScope::Domain),
        ] {
            let expected = EventKind::Decided(Decision::ItsRight(scope));
            assert_eq!(EventKind::read(word, "{}").unwrap(), expected);
        }
        for (word, body) in [("no_such", "{}"), ("marked", "\"perhaps\""), ("marked", "{")] {
            assert!(
                matches!(EventKind::read(word, body), Err(Error::Unreadable(_))),
                "{word}"
            );
        }
        let facts = EventKind::read("noticed", "{\"subject\": \"x\"}").unwrap();
        assert_eq!(facts, EventKind::Noticed);
    }

    #[test]
    fn states_are_read_as_they_are_written() {
        assert!(
            State::ALL
                .iter()
                .all(|state| State::parse(state.as_str()) == Some(*state))
        );
    }
}
