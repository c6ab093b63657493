//! One file a table: its row, its reads, its writes.

pub(crate) mod accounts;
pub(crate) mod alerts;
pub(crate) mod correspondents;
pub(crate) mod cursors;
pub(crate) mod events;
pub(crate) mod incidents;
