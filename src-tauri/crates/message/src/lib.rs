//! What a sent message says, made safe by parsing: header bytes in, addresses, domains and clean text out.
//!
//! Every value here can only be made by parsing, so that nothing past this door checks again. The crate is pure: it knows no
//! mailbox, no policy, no clock and no screen, and no input makes it fail: what cannot be read is reported as a [`Defect`].

mod address;
mod delivery_report;
mod domain;
mod key;
mod message_id;
mod registrable;
mod sent;
mod text;
mod timestamp;

pub use address::{Address, AddressError};
pub use delivery_report::{Delivery, DeliveryReport, Reported};
pub use domain::{Domain, DomainError};
pub use key::MessageKey;
pub use message_id::MessageId;
pub use registrable::RegistrableDomain;
pub use sent::{Defect, Field, Recipient, SentMessage};
pub use text::{HeaderText, shown};
pub use timestamp::Timestamp;
