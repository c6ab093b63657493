//! How long each thing may take.

use std::time::Duration;

/// How long each thing may take before the connection is given up. The defaults suit real servers; tests make them short.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Finding the server and connecting to it, over all its addresses.
    pub connect_for: Duration,
    /// A whole command with its whole answer, however the octets drip; also each step before the sign-in.
    pub command_for: Duration,
    /// One wait in IDLE, after which it is renewed. Servers may hang up after 30 minutes (RFC 9051 section 5.4), and routers
    /// that rewrite addresses forget a quiet connection sooner.
    pub idle_for: Duration,
    /// Between two looks at a mailbox whose server has no IDLE.
    pub poll_every: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect_for: Duration::from_secs(20),
            command_for: Duration::from_secs(60),
            idle_for: Duration::from_secs(4 * 60),
            poll_every: Duration::from_secs(30),
        }
    }
}
