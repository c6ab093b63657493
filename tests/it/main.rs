//! All that is tested across crates.

mod casebook;
mod desktop;
mod desktop_faults;
mod desktop_history;
mod desktop_scene;
mod discovery;
mod sending;
mod errands;
mod seed;
mod servers;
mod support;
mod tidy;
mod watch;
