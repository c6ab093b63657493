//! How an incident stands, and what may happen to it. Pure.
//!
//! ```text
//!                  ItsRight
//!  ┌──────────┐ ───────────▶ ┌─────────────┐
//!  │ NeedsYou │ ◀─────────── │ NotAMistake │
//!  └──────────┘   Reopened   └─────────────┘
//!    │      ▲
//!    │ DealtWith   Reopened
//!    ▼      │
//!  ┌──────────┐
//!  │   Done   │
//!  └──────────┘
//! ```
//! Noticed, Told and Opened change nothing.

use crate::Error;

/// How an incident stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Nobody has decided yet.
    NeedsYou,
    /// The user dealt with it.
    Done,
    /// The user said that it went where it should.
    NotAMistake,
}

/// How far “it's right” reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TrustScope {
    /// This message.
    Once,
    /// The address, from then on.
    Address,
    /// The domain, from then on.
    Domain,
}

/// What happened to an incident.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum EventKind {
    /// Astray saw the message.
    Noticed,
    /// A notification server took the alert.
    Told,
    /// The user opened the incident.
    Opened,
    /// The user said that it is right.
    ItsRight(TrustScope),
    /// The user dealt with it.
    DealtWith,
    /// The user took the decision back.
    Reopened,
}

/// What the user decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It went where it should.
    ItsRight(TrustScope),
    /// It is dealt with.
    DealtWith,
    /// The decision is taken back.
    Reopen,
}

impl From<Decision> for EventKind {
    fn from(decision: Decision) -> Self {
        match decision {
            Decision::ItsRight(scope) => Self::ItsRight(scope),
            Decision::DealtWith => Self::DealtWith,
            Decision::Reopen => Self::Reopened,
        }
    }
}

impl State {
    /// All states.
    pub const ALL: [Self; 3] = [Self::NeedsYou, Self::Done, Self::NotAMistake];

    /// The state as it is written down.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NeedsYou => "needs_you",
            Self::Done => "done",
            Self::NotAMistake => "not_a_mistake",
        }
    }

    /// The state of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == text)
    }

    /// The state after an event.
    ///
    /// # Errors
    /// [`Error::Refused`] where the event does not fit.
    pub const fn after(self, event: EventKind) -> Result<Self, Error> {
        match (self, event) {
            (state, EventKind::Noticed | EventKind::Told | EventKind::Opened) => Ok(state),
            (Self::NeedsYou, EventKind::ItsRight(_)) => Ok(Self::NotAMistake),
            (Self::NeedsYou, EventKind::DealtWith) => Ok(Self::Done),
            (Self::Done | Self::NotAMistake, EventKind::Reopened) => Ok(Self::NeedsYou),
            (Self::NeedsYou, EventKind::Reopened) => Err(Error::Refused("open")),
            (Self::Done, EventKind::ItsRight(_) | EventKind::DealtWith) => {
                Err(Error::Refused("dealt with already"))
            }
            (Self::NotAMistake, EventKind::ItsRight(_) | EventKind::DealtWith) => {
                Err(Error::Refused("not a mistake already"))
            }
        }
    }
}

impl EventKind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::Noticed,
        Self::Told,
        Self::Opened,
        Self::ItsRight(TrustScope::Once),
        Self::ItsRight(TrustScope::Address),
        Self::ItsRight(TrustScope::Domain),
        Self::DealtWith,
        Self::Reopened,
    ];

    /// The kind as it is written down.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Noticed => "noticed",
            Self::Told => "told",
            Self::Opened => "opened",
            Self::ItsRight(TrustScope::Once) => "its_right_once",
            Self::ItsRight(TrustScope::Address) => "its_right_address",
            Self::ItsRight(TrustScope::Domain) => "its_right_domain",
            Self::DealtWith => "dealt_with",
            Self::Reopened => "reopened",
        }
    }

    /// The kind of that name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_table_of_states_and_events() {
        let table: Vec<String> = State::ALL
            .iter()
            .map(|state| {
                let after = EventKind::ALL.map(|event| state.after(event).map_or("-", State::as_str));
                format!("{}: {}", state.as_str(), after.join(" "))
            })
            .collect();
        assert_eq!(
            table,
            [
                "needs_you: needs_you needs_you needs_you not_a_mistake not_a_mistake not_a_mistake done -",
                "done: done done done - - - - needs_you",
                "not_a_mistake: not_a_mistake not_a_mistake not_a_mistake - - - - needs_you",
            ]
        );
    }

    #[test]
    fn names_are_read_as_they_are_written() {
        assert!(
            State::ALL
                .iter()
                .all(|state| State::parse(state.as_str()) == Some(*state))
        );
        assert!(
            EventKind::ALL
                .iter()
                .all(|kind| EventKind::parse(kind.as_str()) == Some(*kind))
        );
    }
}
