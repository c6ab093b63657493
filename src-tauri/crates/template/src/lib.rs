//! The letters that Astray writes, as templates: which letters there are, what can be filled in for each, and whether a text is a
//! template of one.
//!
//! A [`Template`] can only be made by checking, so that an organisation's own text fails when its policy is loaded and not when a
//! letter is due. The crate is pure: it knows no policy, no incident and no mail server, and holds none of the texts.

mod fault;
mod kind;
mod language;
mod template;

pub use fault::Fault;
pub use kind::LetterKind;
pub use language::Language;
pub use template::{Filled, Template};
