//! Joins the mailboxes, the judge and the casebook: what was sent is judged, recorded once, and told.
//!
//! One thread owns the casebook and everything that changes; mailboxes report to it from threads of their own. It knows no screen
//! and no desktop: who shows an alert says so through the [`Inbox`]. It keeps no password longer than it must.

mod backoff;
mod clock;
mod inbox;
mod judging;
mod lockout;
mod recording;
mod retention;
mod run;
mod session;
mod sessions;
mod status;
mod telling;

pub use clock::now;
pub use inbox::{Inbox, Input, Output, PasswordProblem, Passwords};
pub use judging::{Judging, judged};
pub use run::{Watch, Whose, start};
pub use status::{AccountState, AccountStatus, Trouble, WatchStatus};
