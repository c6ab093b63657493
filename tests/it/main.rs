//! All that is tested across crates.

mod casebook;
mod desktop;
mod desktop_end;
mod desktop_faults;
mod desktop_history;
mod desktop_link;
mod desktop_look;
mod desktop_notifications;
mod desktop_report;
mod desktop_scene;
mod desktop_settings;
mod desktop_tray;
mod desktop_welcome;
mod desktop_wishes;
mod discovery;
mod errands;
mod gate;
mod hostile;
mod incident_page;
mod oauth;
mod seed;
mod sending;
mod servers;
mod support;
mod tidy;
mod watch;
