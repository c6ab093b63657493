//! Joins the mailboxes, the judge and the casebook: what was sent is judged, recorded once, and told.
//!
//! One thread owns the casebook and everything that changes; mailboxes report to it from threads of their own. It knows no screen
//! and no desktop: who shows an alert says so through the [`Inbox`]. It keeps no password longer than it must.

mod backoff;
mod clock;
mod inbox;
mod judging;
mod lockout;
mod looking;
mod recording;
mod retention;
mod run;
#[cfg(test)]
mod samples;
mod session;
mod sessions;
mod standing;
mod status;
mod telling;

pub use clock::now;
pub use inbox::{Attempt, Inbox, Input, Output, SecretProblem, Secrets};
pub use judging::Judging;
pub use run::{Watch, Whose, start, start_with_words};
pub use status::{AccountState, AccountStatus, Trouble, WatchStatus, Words};
