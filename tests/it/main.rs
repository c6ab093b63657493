//! All that is tested across crates.

mod casebook;
mod desktop;
mod desktop_faults;
mod desktop_history;
mod desktop_scene;
mod discovery;
mod errands;
mod incident_page;
mod seed;
mod sending;
mod servers;
mod support;
mod tidy;
mod watch;
