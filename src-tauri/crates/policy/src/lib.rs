//! What the organisation fixed and what the user chose, as one checked value.
//!
//! A [`Policy`] is the organisation's file, [`Preferences`] are the user's own; both name domains, and [`reference()`] makes of
//! them, and of whom the user writes to, what the judge compares with. A [`ResponsePolicy`] is what the organisation fixed of what
//! is done about a stray message. Nothing past this door checks a domain again. The crate
//! reads and writes the files that it is told to; it knows no mailbox, no casebook and no screen.

mod additions;
mod alerts;
mod alerts_document;
mod check;
mod document;
mod error;
mod fault;
mod file;
mod json_fault;
mod preferences;
mod reference;
mod response;
mod response_document;
mod schema;
mod sign_in;
mod steps;
mod wrong;

pub use alerts::{AlertChoices, Alerts, QuietHours};
pub use check::Policy;
pub use document::Language;
pub use error::Error;
pub use fault::{Fault, Place};
pub use json_fault::{JsonFault, Wanted};
pub use preferences::Preferences;
pub use reference::reference;
pub use response::{ReportDeadline, ResponsePolicy, SecurityDesk, UsualDeadline, retention_days};
pub use schema::schema;
pub use sign_in::{Client, Endpoints, SignInProvider};
pub use steps::{OwnStep, STEPS};
pub use wrong::{NoDomain, Unit, Wrong};
