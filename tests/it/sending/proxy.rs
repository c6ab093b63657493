//! A wire that breaks where the test wants: it passes so many octets one way, and then ends or falls silent.

use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
};

use anyhow::Result;

/// Which way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    ToServer,
    ToClient,
}

/// What happens when the octets are passed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Then {
    /// The connection ends, both ways.
    Ends,
    /// Nothing more comes this way; all else goes on.
    Silent,
}

/// Where a wire breaks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Break {
    pub(crate) way: Way,
    pub(crate) after: usize,
    pub(crate) then: Then,
}

/// A wire for one connection. Dropped, its threads have ended.
pub(crate) struct Wire {
    pub(crate) port: u16,
    passed: Arc<Mutex<Vec<(Way, usize)>>>,
    thread: Option<JoinHandle<()>>,
}

impl Wire {
    pub(crate) fn to(server: u16, breaks: Option<Break>) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        let passed = Arc::new(Mutex::new(Vec::new()));
        let noted = passed.clone();
        let thread = thread::spawn(move || {
            let Ok((client, _)) = listener.accept() else {
                return;
            };
            let Ok(server) = TcpStream::connect(("127.0.0.1", server)) else {
                return;
            };
            let (Ok(client_again), Ok(server_again)) = (client.try_clone(), server.try_clone()) else {
                return;
            };
            let aside = noted.clone();
            let other =
                thread::spawn(move || pass(&server_again, &client_again, Way::ToClient, breaks, &aside));
            pass(&client, &server, Way::ToServer, breaks, &noted);
            let _ended = other.join();
        });
        Ok(Self {
            port,
            passed,
            thread: Some(thread),
        })
    }

    /// What has passed so far, piece by piece.
    pub(crate) fn passed(&self) -> Vec<(Way, usize)> {
        self.passed.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// All that has passed, piece by piece, once the connection has ended: the last piece is noted after whoever waits for it has it.
    pub(crate) fn passed_in_all(mut self) -> Vec<(Way, usize)> {
        if let Some(thread) = self.thread.take() {
            let _ended = thread.join();
        }
        self.passed()
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        // Where nobody came, somebody does now.
        let _woken = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(thread) = self.thread.take() {
            let _ended = thread.join();
        }
    }
}

fn pass(
    mut from: &TcpStream,
    mut to: &TcpStream,
    way: Way,
    breaks: Option<Break>,
    passed: &Mutex<Vec<(Way, usize)>>,
) {
    let breaks = breaks.filter(|one| one.way == way);
    let mut left = breaks.map(|one| one.after);
    let mut buffer = [0; 16 * 1024];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        let count = left.map_or(read, |left| left.min(read));
        let piece = buffer.get(..count).unwrap_or_default();
        if to.write_all(piece).is_err() {
            break;
        }
        passed
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push((way, count));
        left = left.map(|left| left - count);
        if left == Some(0) && breaks.is_some_and(|one| one.then == Then::Silent) {
            // Whatever else comes is lost, until an end closes.
            while let Ok(1..) = from.read(&mut buffer) {}
            break;
        }
        if left == Some(0) {
            break;
        }
    }
    for end in [from, to] {
        let _gone = end.shutdown(Shutdown::Both);
    }
}
