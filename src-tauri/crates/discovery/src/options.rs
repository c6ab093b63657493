//! What a search works with: the system's name servers and issuers, unless told otherwise.

use std::{collections::BTreeMap, net::SocketAddr, path::PathBuf, time::Duration};

/// What a search works with. The defaults are the system's; tests put their own servers in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The name server; none for those that the system is set up with.
    pub name_server: Option<SocketAddr>,
    /// Certificates (PEM) that are trusted: for mail servers besides the system's, for autoconfig instead of them.
    pub ca_path: Option<PathBuf>,
    /// Ports that lie elsewhere: who connects to the first is connected to the second.
    pub ports: BTreeMap<u16, u16>,
    /// How long all of it may take.
    pub search_for: Duration,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            name_server: None,
            ca_path: None,
            ports: BTreeMap::new(),
            search_for: Duration::from_secs(10),
        }
    }
}

impl Options {
    /// Where a connection to this port really goes.
    pub(crate) fn port(&self, port: u16) -> u16 {
        self.ports.get(&port).copied().unwrap_or(port)
    }
}
