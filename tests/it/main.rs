//! All that is tested across crates.

mod support;
mod tidy;
mod watch;
