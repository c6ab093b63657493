//! A way to a mail server on which only so much comes back, and slowly, and then nothing: a first look that is never done.

use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::Duration,
};

use anyhow::Result;

/// After each piece: progress is noted more than once until it stalls.
const PAUSE: Duration = Duration::from_millis(20);

/// A way to a server. Dropped, it takes nobody any more.
pub(super) struct Stalled {
    pub(super) port: u16,
    is_over: Arc<AtomicBool>,
}

impl Stalled {
    /// A way to the server at that port of 127.0.0.1, on which so many octets come back on each connection.
    pub(super) fn to(server: u16, most: usize) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        let is_over = Arc::new(AtomicBool::new(false));
        let ends = is_over.clone();
        thread::spawn(move || {
            for client in listener.incoming().map_while(Result::ok) {
                if ends.load(Ordering::SeqCst) {
                    return;
                }
                let Ok(server) = TcpStream::connect(("127.0.0.1", server)) else {
                    continue;
                };
                if let (Ok(from), Ok(to)) = (server.try_clone(), client.try_clone()) {
                    thread::spawn(move || pass(&from, &to, (most, PAUSE)));
                    thread::spawn(move || pass(&client, &server, (usize::MAX, Duration::ZERO)));
                }
            }
        });
        Ok(Self { port, is_over })
    }
}

impl Drop for Stalled {
    fn drop(&mut self) {
        self.is_over.store(true, Ordering::SeqCst);
        // The listener looks when somebody comes.
        let _knock = TcpStream::connect(("127.0.0.1", self.port));
    }
}

/// Passes on what comes, so many octets at most, with a pause after each piece; the rest is read and lost. The end of one side is the other's.
fn pass(mut from: &TcpStream, mut to: &TcpStream, (most, pause): (usize, Duration)) {
    let mut left = most;
    let mut buffer = [0; 16 * 1024];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        let count = left.min(read);
        left -= count;
        if to.write_all(buffer.get(..count).unwrap_or_default()).is_err() {
            break;
        }
        if left > 0 {
            thread::sleep(pause);
        }
    }
    for end in [from, to] {
        let _gone = end.shutdown(Shutdown::Both);
    }
}
