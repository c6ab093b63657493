//! One file a table: its row, its reads, its writes.

pub(crate) mod accounts;
pub(crate) mod alerts;
mod also_watched;
pub(crate) mod correspondents;
pub(crate) mod cursors;
pub(crate) mod events;
pub(crate) mod heads;
pub(crate) mod incidents;
pub(crate) mod letters;
pub(crate) mod refused_sign_ins;
mod submissions;
pub(crate) mod unchecked;
pub(crate) mod watch_notes;
