//! The casebook remembers: accounts, mailbox cursors, incidents and everything that followed. SQLite is here and nowhere else.
//!
//! An incident is its events: they are only ever added, each with the hash of the one before. What is seen in a mailbox is
//! recorded together with the cursor past it, in one transaction. The crate knows no server, no screen and no clock: times are passed in.

mod chain;
mod error;
mod facts;
mod history;
mod open;
mod record;
mod state;
mod table;

pub use chain::Tampered;
pub use error::Error;
pub use facts::{Facts, LookalikeFact, ReasonText, RecipientFact};
pub use history::HistoryItem;
pub use open::Casebook;
pub use record::{Judged, Sighting};
pub use state::{Decision, EventKind, State, TrustScope};
pub use table::accounts::{AccountId, AccountRow, NewAccount, SignIn};
pub use table::alerts::Alert;
pub use table::events::EventRow;
pub use table::incidents::{Incident, IncidentId};
pub use table::unchecked::Unchecked;
pub use table::watch_notes::{WatchNote, WatchRow, WatchState};
