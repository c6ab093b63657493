//! Judges whether an address's domain is a lookalike, of which domain, and why.
//!
//! A slip of the fingers or of the memory sends mail to a stranger: `army.ml` for `army.mil`. [`judge`] compares one address with
//! a [`Reference`], the domains that count as meant: those that the organisation protects, and those that the user writes to.
//! What speaks for a domain is asked first, and only then what speaks against it. The crate is pure: it knows no mailbox, no
//! file, no clock and no screen, and the same question always has the same answer, in whatever order the reference was given.

mod additions;
mod clause;
mod correspondents;
mod excuse;
mod explain;
mod finding;
mod hash;
mod index;
mod judge;
mod name;
mod names;
mod pack;
mod reason;
mod reference;
mod search;
mod seen;
mod signal;
mod slots;
mod table;
mod tables;
mod targets;
mod verdict;
mod weight;

pub use additions::Additions;
pub use clause::{Clause, Form};
pub use correspondents::{Correspondent, Exchanged};
pub use explain::{Considered, Explanation, explain};
pub use judge::judge;
pub use reason::{Reason, ReasonKind};
pub use reference::Reference;
pub use verdict::{Confidence, Lookalike, Severity, Verdict};
