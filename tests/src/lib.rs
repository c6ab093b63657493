//! Support for the tests that cross crates: real servers and a real desktop session, each private to the test that starts it.
//!
//! Everything here lives under a temporary directory, listens on 127.0.0.1 or a private bus, uses ports that were free, and is
//! ended by process id when its value is dropped. Nothing of the system is touched. Root and a plain user can both run it.
//! It knows nothing of the crates of the program: it meets them as any peer would.

mod axe;
mod bus_monitor;
mod cli;
mod dconf;
mod desktop;
mod display;
mod dovecot;
mod driver;
mod environment;
mod home;
mod identity_provider;
mod keyring;
mod letter;
mod mail_server;
mod notifications;
mod pki;
mod port;
mod postfix;
mod process;
mod program;
mod samples;
mod session_bus;
mod system_bus;
mod tray_host;
mod tray_item;
mod unpacked;
mod wait;

pub use axe::axe;
pub use bus_monitor::{BusMonitor, Seen};
pub use cli::{Cli, ListedIncident};
pub use dconf::Dconf;
pub use desktop::Desktop;
pub use display::Display;
pub use dovecot::{Dovecot, Imap, Options, PASSWORD, Sent, Tls};
pub use driver::Driver;
pub use environment::{Environment, Theme};
pub use home::Home;
pub use identity_provider::{IdentityProvider, PROVIDER, Visit};
pub use keyring::Keyring;
pub use letter::Letter;
pub use mail_server::{MailServer, write_account_file};
pub use notifications::{Notice, Notifications};
pub use pki::{Certificate, Pki};
pub use port::free_port;
pub use postfix::Postfix;
pub use process::Process;
pub use program::{Agent, binary, root};
pub use samples::{OWNER, sample_year};
pub use session_bus::SessionBus;
pub use system_bus::SystemBus;
pub use tray_host::TrayHost;
pub use tray_item::{MenuEntry, TrayItem};
pub use unpacked::{Unpacked, as_root};
pub use wait::{until, until_async};
