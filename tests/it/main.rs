//! All that is tested across crates.

mod casebook;
mod desktop;
mod support;
mod tidy;
mod watch;
