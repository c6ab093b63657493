//! Errands: what is done in a mailbox when somebody asks for it. Each has a connection of its own, blocks until it is done, and leaves.
//!
//! Reading is with EXAMINE and PEEK. The only thing that is ever added is a letter of Astray's own, and only where none of its
//! Message-ID lies there yet.

mod inbox;
mod message;
mod put;
mod search;

pub use inbox::{Answered, Heard, Listening, listen};
pub use message::{Stray, fetch_header, fetch_message};
pub use put::{Found, Put, file_sent, find_letter, put_draft};
