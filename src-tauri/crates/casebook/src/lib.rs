//! The casebook remembers: accounts, mailbox cursors, incidents and everything that followed. SQLite is here and nowhere else.
//!
//! An incident is its events: they are only ever added, each with the hash of the one before. What is seen in a mailbox is
//! recorded together with the cursor past it, in one transaction. The crate knows no server, no screen and no clock: times are passed in.

mod chain;
mod decision;
mod delivery;
mod error;
mod event;
mod export;
mod facts;
mod history;
mod index;
mod letter;
mod note;
mod open;
mod progress;
mod record;
mod retention;
mod spare;
mod state;
mod step;
mod table;
mod verify;
mod written;

pub use decision::{
    Answer, Contents, Decision, Finding, FindingKind, FindingName, Marked, Outcome, TrustScope,
};
pub use delivery::Delivery;
pub use error::Error;
pub use event::{Became, EventKind, LetterName, TakenBack};
pub use export::{IncidentObject, table_head, table_row};
pub use facts::{ClauseText, Facts, LookalikeFact, ReasonText, RecipientFact};
pub use history::HistoryItem;
pub use index::IndexItem;
pub use letter::{Bounce, Fate, Intent, Letter, Way};
pub use note::Note;
pub use open::Casebook;
pub use progress::{LetterProgress, Progress, Stamped, StepWord};
pub use record::{Judged, Sighting};
pub use state::State;
pub use step::{NoStep, OwnStep, Step};
pub use table::accounts::{AccountId, AccountRow, NewAccount, SignIn};
pub use table::alerts::Alert;
pub use table::correspondents::Learned;
pub use table::events::EventRow;
pub use table::incidents::{Incident, IncidentId};
pub use table::looks::Look;
pub use table::unchecked::Unchecked;
pub use table::watch_notes::{WatchNote, WatchRow, WatchState};
pub use table::welcome::WelcomeStep;
pub use verify::Tampered;
