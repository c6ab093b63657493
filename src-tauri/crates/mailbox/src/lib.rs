//! All of IMAP: reaches a server, finds the mailbox for sent mail, reads the header fields of what is in it, and waits for more.
//! Also the encrypted connection over which mail is handed in, since it is made of the same socket, trust and bounds.
//!
//! It opens the mailbox with EXAMINE and reads with PEEK: no look changes anything. What it adds are letters that it is handed, when
//! it is told to (`errand`). It knows no incident, no policy and no clock, and does not know what becomes of what it reads. Nobody on the wire is trusted: below the parser all octets are
//! counted and all commands timed (`wire`, `bounds`), and a session that breaks ends alone.

mod account;
mod ask;
mod bounds;
mod cause;
mod chunks;
mod connect;
mod cursor;
mod doing;
mod errand;
mod error;
mod fetch;
mod greet;
mod known;
mod limits;
mod locate;
mod mailbox_name;
mod meaning;
mod next_move;
mod probe;
mod progress;
mod remedy;
mod said;
mod sasl;
mod scram;
mod secret;
mod session;
mod sign_in;
mod socket;
mod special_names;
mod special_use;
mod starttls;
mod submission;
mod task;
mod tls;
mod wait;
mod wake;
mod watcher;
mod wire;

pub use account::{Account, AccountError, Host, Security, UserName};
pub use bounds::Bound;
pub use cursor::{Cursor, Uid, UidValidity};
pub use doing::Doing;
pub use errand::{
    Answered, Found, Heard, Listening, Put, Stray, fetch_header, fetch_message, file_sent, find_letter,
    listen, put_draft,
};
pub use error::{Error, Fault};
pub use greet::{Greeting, greet};
pub use known::{Known, Start, Watched};
pub use limits::Limits;
pub use mailbox_name::MailboxName;
pub use next_move::NextMove;
pub use probe::{Probe, probe};
pub use remedy::Remedy;
pub use said::Said;
pub use secret::{Password, Secret, Token};
pub use starttls::StartTlsFault;
pub use submission::{Reply, Submission};
pub use tls::{CaFault, Distrust, crypto_provider};
pub use watcher::{Batch, Event, Fetched, Handle, Waiting, catch_up_once, spawn};
