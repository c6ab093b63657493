//! From an email address alone to the IMAP server of its mailbox, and to the server that its mail is handed in to.
//!
//! It asks the address's own domain (autoconfig over HTTPS, SRV records), a table of the large providers, and the names that
//! servers commonly have, all at once, and knocks at every server that is named: encrypted, with a good certificate, and without
//! a user name or a password. It knows no account, no password and no screen: what it found is for being shown and changed.

mod advice;
mod ask;
mod autoconfig;
mod document;
mod find;
mod guess;
mod ledger;
mod names;
mod options;
mod server;
mod setting;
mod srv;
mod table;

pub use advice::Advice;
pub use find::{find, find_submission};
pub use options::Options;
pub use server::{Error, Finding, Server, SignIn};
pub use setting::{Purpose, Source, UserForm};
