//! Ports for private servers.

use std::{
    net::TcpListener,
    process,
    sync::atomic::{AtomicU32, Ordering},
};

use anyhow::{Result, bail};

/// Below the range that Linux takes for outgoing connections, so that a stopped server finds its port free again.
const LOWEST: u32 = 12_000;
const COUNT: u32 = 20_000;

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A TCP port on 127.0.0.1 that nobody listens on, and that this process gives out once.
///
/// # Errors
/// When all are taken.
pub fn free_port() -> Result<u16> {
    // Processes that run at once start at different places.
    let start = process::id().wrapping_mul(97) % COUNT;
    for _ in 0..COUNT {
        let offset = NEXT.fetch_add(1, Ordering::Relaxed);
        let port = u16::try_from(LOWEST + (start + offset) % COUNT)?;
        if TcpListener::bind(("127.0.0.1", port)).is_ok() {
            return Ok(port);
        }
    }
    bail!("no port of 127.0.0.1 is free");
}
