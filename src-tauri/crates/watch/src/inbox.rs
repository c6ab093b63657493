//! What goes into the watch and what comes out: one closed enum each.

use std::sync::{Arc, mpsc::SyncSender};

use casebook::{AccountId, AccountRow, Alert, IncidentId};
use mailbox::Password;
use message::Timestamp;

use crate::{Trouble, WatchStatus};

/// What the watch is told.
#[derive(Debug)]
pub enum Input {
    /// A mailbox reports. `session` tells a late word of a closed session from the running one's.
    Mailbox {
        /// Whose mailbox.
        account: AccountId,
        /// Which connection.
        session: u64,
        /// What it reports.
        event: mailbox::Event,
    },
    /// The password for a session was found, or not.
    Password {
        /// Whose.
        account: AccountId,
        /// For which connection.
        session: u64,
        /// The password, or why there is none.
        found: Result<Password, PasswordProblem>,
    },
    /// Use this password until the program ends.
    HoldPassword(AccountId, Password),
    /// A notification server took the alerts of these incidents.
    AlertsTaken(Vec<IncidentId>),
    /// The alerts of these incidents are not to be shown to anybody.
    AlertsPassedOver(Vec<IncidentId>),
    /// Alerts can be shown again: send those that nobody took.
    AlertsWanted,
    /// The user said, from a notification, that this went where it should.
    ItsRight(IncidentId),
    /// Look at every mailbox at once.
    CheckNow,
    /// Accounts were added, changed or removed.
    AccountsChanged,
    /// The user's or the organisation's domains changed.
    DomainsChanged,
    /// The user decided on an incident elsewhere.
    Decided,
    /// Stop watching until then.
    Pause(Timestamp),
    /// Watch again.
    Resume,
    /// End.
    Stop,
}

/// What the watch says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Output {
    /// All alerts that nobody has taken yet. Answer with [`Input::AlertsTaken`] or [`Input::AlertsPassedOver`].
    Alerts(Vec<Alert>),
    /// These incidents are new in the casebook.
    Recorded(Vec<IncidentId>),
    /// How the watch stands; said when it changes.
    Status(WatchStatus),
    /// What is wrong with the policy or the preferences; none when all is well again.
    DomainsTrouble(Option<Trouble>),
    /// The casebook cannot be written.
    NotSaved(Trouble),
}

/// Why a password could not be had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PasswordProblem(pub Trouble);

/// Finds the password of an account; called on a thread of its own, where it may block.
pub type Passwords = Arc<dyn Fn(&AccountRow) -> Result<Password, PasswordProblem> + Send + Sync>;

/// Where the watch is told something. Sending waits while the watch is busy recording.
#[derive(Clone, Debug)]
pub struct Inbox(pub(crate) SyncSender<Input>);

impl Inbox {
    /// Tells the watch; false when it has ended.
    #[must_use = "false says that nobody listens any more"]
    pub fn send(&self, input: Input) -> bool {
        self.0.send(input).is_ok()
    }
}
