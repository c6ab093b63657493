//! All that is tested across crates.

mod casebook;
mod support;
mod tidy;
mod watch;
