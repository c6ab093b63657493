//! Says what is to be done about a stray message, and by when ([`playbook`]); writes, checks and sends the letters of an incident:
//! the request to delete, its reminder, the report, the corrected copy; and looks, when asked, at what a stray message holds.
//!
//! A letter is composed from checked values, read again by another parser, and exists only where both agree. Whatever is random
//! and whatever time it is comes from the caller. The crate knows no screen and writes to no casebook: it keeps nothing, and what it
//! found in a message are kinds and counts.

mod catalogue;
mod compose;
mod corrected;
mod error;
pub mod findings;
mod header_value;
mod letter;
mod lines;
mod parsed_back;
pub mod playbook;
mod recall;
pub mod report;
mod send;
mod sign_in;
mod times;

pub use catalogue::{Wording, shipped_text};
pub use corrected::{Correction, Preview, corrected};
pub use error::{Error, SendingRemedy};
pub use letter::{Attachment, Content, Letter, LetterText, Outline, Party, message_id};
pub use recall::{Asked, Recall};
pub use report::Report;
pub use send::{Outcome, Prepared, Refusal, Secret, prepare, try_sign_in};
