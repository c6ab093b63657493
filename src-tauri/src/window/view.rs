//! What the window is shown: view models, the only types that cross to it. Their texts are safe to show.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::{
    difference::{Difference, Piece},
    incident::{steps_view::StepsView, timeline::TimelineEntry},
    letter_names::LetterPair,
};
use message::{Address, Domain};

/// A place and what it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct RouteView {
    /// Which place.
    pub(crate) place: Place,
    /// The incident's number, on the place `incident`.
    pub(crate) id: Option<i64>,
}

/// The places of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Place {
    /// The list of incidents.
    History,
    /// One incident.
    Incident,
    /// Accounts and domains.
    Settings,
    /// The first run.
    Welcome,
}

/// An address as it was sent to and as it was probably meant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AddressPair {
    /// The address that the message went to.
    pub(crate) sent: String,
    /// Its ASCII form, where that reads differently.
    pub(crate) sent_ascii: Option<String>,
    /// Its letters, cut where they differ from those that were meant: a label that deceives is shown as it deceives.
    pub(crate) sent_pieces: Vec<Piece>,
    /// The address that was probably meant.
    pub(crate) meant: Option<String>,
    /// Its ASCII form, where that reads differently.
    pub(crate) meant_ascii: Option<String>,
    /// Its letters, cut where they differ from those that were sent to.
    pub(crate) meant_pieces: Vec<Piece>,
}

impl AddressPair {
    /// The pair of an address and the domain that it was probably meant for.
    pub(crate) fn new(sent: &Address, of: &Domain) -> Self {
        let difference = difference(sent, of);
        let local = message::shown(sent.local());
        Self {
            sent: sent.shown(),
            sent_ascii: plain_letters(&local, sent.domain()),
            sent_pieces: difference.sent,
            meant: Some(format!("{local}@{}", of.shown())),
            meant_ascii: plain_letters(&local, of),
            meant_pieces: difference.meant,
        }
    }
}

/// Where an address differs from the one that was probably meant, by the letters as a person sees them.
pub(super) fn difference(sent: &Address, of: &Domain) -> Difference {
    let local = message::shown(sent.local());
    let letters = |domain: &Domain| format!("{local}@{}", message::shown(domain.unicode()));
    Difference::of(&letters(sent.domain()), &letters(of))
}

/// The address in ASCII, where its letters are others.
fn plain_letters(local: &str, domain: &Domain) -> Option<String> {
    (domain.ascii() != domain.unicode()).then(|| format!("{local}@{}", domain.ascii()))
}

/// How an incident stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum StateView {
    /// Nobody has decided yet.
    NeedsYou,
    /// It is a mistake, and being dealt with.
    InProgress,
    /// Dealt with.
    Done,
    /// It went where it should.
    NotAMistake,
}

impl From<casebook::State> for StateView {
    fn from(state: casebook::State) -> Self {
        match state {
            casebook::State::NeedsYou => Self::NeedsYou,
            casebook::State::InProgress => Self::InProgress,
            casebook::State::Done => Self::Done,
            casebook::State::NotAMistake => Self::NotAMistake,
        }
    }
}

/// How bad.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum SeverityView {
    /// Interrupts.
    High,
    /// Notifies.
    Medium,
    /// Stands in the history alone.
    Low,
}

impl From<lookalike::Severity> for SeverityView {
    fn from(severity: lookalike::Severity) -> Self {
        match severity {
            lookalike::Severity::High => Self::High,
            lookalike::Severity::Medium => Self::Medium,
            lookalike::Severity::Low => Self::Low,
        }
    }
}

/// What is known of a message's delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum DeliveryView {
    /// It came back.
    Bounced,
    /// Nothing came back in time.
    ProbablyDelivered,
    /// It is too early to tell.
    Unknown,
}

impl From<casebook::Delivery> for DeliveryView {
    fn from(delivery: casebook::Delivery) -> Self {
        match delivery {
            casebook::Delivery::Bounced => Self::Bounced,
            casebook::Delivery::ProbablyDelivered => Self::ProbablyDelivered,
            casebook::Delivery::Unknown => Self::Unknown,
        }
    }
}

/// One line of the history. Times are milliseconds since 1970, UTC.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HistoryRow {
    /// The incident's number.
    pub(crate) id: i64,
    /// The first lookalike recipient.
    pub(crate) address: AddressPair,
    /// Lookalike recipients beside it.
    pub(crate) more: u32,
    /// The subject.
    pub(crate) subject: String,
    /// When the message was sent.
    pub(crate) sent_at: i64,
    /// How it stands.
    pub(crate) state: StateView,
    /// How bad it is.
    pub(crate) severity: SeverityView,
    /// What is known of its delivery.
    pub(crate) delivery: DeliveryView,
}

/// The watch in one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum WatchStateView {
    /// All mailboxes are watched.
    Watching,
    /// A mailbox cannot be watched, or the agent does not run.
    CannotWatch,
    /// The user paused it.
    Paused,
    /// There is no account yet.
    NoAccount,
}

/// How the watch stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WatchView {
    /// In one word.
    pub(crate) state: WatchStateView,
    /// Mailboxes that are watched.
    pub(crate) mailboxes: u32,
    /// Since when, the earliest.
    pub(crate) since: Option<i64>,
    /// Messages looked at so far.
    pub(crate) checked: u32,
    /// When the mailboxes were last found to be caught up.
    pub(crate) last_checked_at: Option<i64>,
    /// What hinders it.
    pub(crate) troubles: Vec<TroubleView>,
    /// Whether the welcome is still to be gone through.
    pub(crate) is_in_welcome: bool,
}

/// One hindrance and what can be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct TroubleView {
    /// What it concerns: an account's address, “Notifications”.
    pub(crate) subject: String,
    /// What is wrong.
    pub(crate) message: String,
    /// What to do.
    pub(crate) hint: String,
    /// What the window offers.
    pub(crate) action: TroubleAction,
    /// The account that it concerns.
    pub(crate) account_id: Option<i64>,
}

/// What the window offers for a trouble.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum TroubleAction {
    /// Open the account's form.
    EditAccount,
    /// Nothing.
    None,
}

/// The place `incident`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct IncidentView {
    /// The line that the history has of it.
    pub(crate) row: HistoryRow,
    /// Why Astray thinks so, the strongest reason first.
    pub(crate) why: Vec<String>,
    /// The kinds of these reasons, as documented.
    pub(crate) kinds: Vec<String>,
    /// Letters that are easily mistaken, by name.
    pub(crate) letters: Vec<LetterPair>,
    /// The subject.
    pub(crate) subject: String,
    /// The sender's address.
    pub(crate) from: Option<String>,
    /// When the message was sent.
    pub(crate) sent_at: i64,
    /// When Astray saw it.
    pub(crate) noticed_at: i64,
    /// The other recipients.
    pub(crate) others: Vec<String>,
    /// The account that it was sent from.
    pub(crate) account: String,
    /// Messages that the user sent to the domain that was probably meant.
    pub(crate) usual_count: Option<u32>,
    /// Other messages that went to the same domain.
    pub(crate) before_count: u32,
    /// What is to be done, and how far that has come.
    pub(crate) steps: StepsView,
    /// Whether the organisation's policy cannot be read.
    pub(crate) is_policy_unread: bool,
    /// What happened, oldest first.
    pub(crate) timeline: Vec<TimelineEntry>,
    /// The attachments by name, where the user let Astray look inside since the window opened.
    pub(crate) files: Vec<FileView>,
}

/// An attachment. Its name is shown, and not recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct FileView {
    /// Its name; empty where it has none.
    pub(crate) name: String,
    /// Its size.
    pub(crate) kilobytes: u32,
}
