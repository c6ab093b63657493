//! Mailboxes against scripted servers on this computer: peers that know no IMAP and say what the script says.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test whose server cannot be set up has to fail"
)]

mod bounds;
mod catch_up;
mod certificates;
mod errand;
mod greet;
mod locate;
mod named;
mod resume;
mod server;
mod shown;
mod sign_in;
mod starttls;
mod stop;
mod submission;
mod wait;
