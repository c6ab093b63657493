//! What goes into the watch and what comes out: one closed enum each.

use std::sync::{Arc, mpsc::SyncSender};

use casebook::{AccountId, AccountRow, Alert, IncidentId};
use mailbox::{NextMove, Password, Secret};
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
    /// What a session signs in with was found, or not.
    Secret {
        /// Whose.
        account: AccountId,
        /// For which connection.
        session: u64,
        /// The secret, or why there is none.
        found: Result<Secret, SecretProblem>,
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
    /// The computer was asleep, or its network is another: connections may be dead and not know it.
    LinkChanged,
    /// Accounts were added, changed or removed.
    AccountsChanged,
    /// The user's or the organisation's domains changed.
    DomainsChanged,
    /// The user decided on an incident elsewhere; these are on the screen.
    Decided(Vec<IncidentId>),
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
    /// These incidents, of those that are on the screen, wait for the user no longer.
    Settled(Vec<IncidentId>),
    /// The casebook cannot be written; none when it can again.
    NotSaved(Option<Trouble>),
    /// The user of this account has to sign in again on the provider's page. Said once, also over restarts, until they did.
    SignInNeeded(AccountId),
}

/// Why there is nothing to sign in with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretProblem {
    /// What is wrong and what to do.
    pub trouble: Trouble,
    /// Whether waiting may help.
    pub next: NextMove,
    /// Whether nothing helps but that the user signs in again on the provider's page.
    pub must_sign_in: bool,
}

impl SecretProblem {
    /// A problem that stays until somebody does something about it.
    pub const fn new(message: String, hint: String) -> Self {
        Self::of(Trouble { message, hint })
    }

    /// The same, of a trouble that has its words.
    pub const fn of(trouble: Trouble) -> Self {
        Self {
            trouble,
            next: NextMove::AskUser,
            must_sign_in: false,
        }
    }
}

/// What a secret is asked for for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attempt {
    /// To sign in.
    First,
    /// To try once more: the server refused the token before. It must be another one.
    AfterRefusal,
}

/// Finds what an account signs in with; called on a thread of its own, where it may block.
pub type Secrets = Arc<dyn Fn(&AccountRow, Attempt) -> Result<Secret, SecretProblem> + Send + Sync>;

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
