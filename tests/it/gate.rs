//! A gate before a server: it lets through so many octets of what the server says, over all connections, and then holds all until
//! it is opened.

use std::{
    io::{Read, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{Arc, Condvar, Mutex, PoisonError},
    thread,
};

use anyhow::{Result, ensure};

use crate::desktop_scene::SOON;

/// A closed gate. It stands until the test ends.
pub(crate) struct Gate {
    pub(crate) port: u16,
    state: Arc<(Mutex<State>, Condvar)>,
}

struct State {
    passed: usize,
    /// How many may pass; none: all.
    most: Option<usize>,
}

impl Gate {
    pub(crate) fn to(server: u16, most: usize) -> Result<Self> {
        let listener = TcpListener::bind("127.0.0.1:0")?;
        let port = listener.local_addr()?.port();
        let state = Arc::new((
            Mutex::new(State {
                passed: 0,
                most: Some(most),
            }),
            Condvar::new(),
        ));
        let shared = state.clone();
        thread::spawn(move || {
            for client in listener.incoming().flatten() {
                let Ok(server) = TcpStream::connect(("127.0.0.1", server)) else {
                    return;
                };
                let (Ok(client_again), Ok(server_again)) = (client.try_clone(), server.try_clone()) else {
                    return;
                };
                let state = shared.clone();
                thread::spawn(move || pass(&server_again, &client_again, Some(&state)));
                thread::spawn(move || pass(&client, &server, None));
            }
        });
        Ok(Self { port, state })
    }

    /// Waits until it holds something back.
    pub(crate) fn held(&self) -> Result<()> {
        let (state, changed) = &*self.state;
        let state = state.lock().unwrap_or_else(PoisonError::into_inner);
        let is_open = |state: &mut State| state.most.is_none_or(|most| state.passed < most);
        let (_state, waited) = changed
            .wait_timeout_while(state, SOON, is_open)
            .unwrap_or_else(PoisonError::into_inner);
        ensure!(!waited.timed_out(), "the server never said so much");
        Ok(())
    }

    /// Lets so many octets more through.
    pub(crate) fn let_more(&self, octets: usize) {
        let (state, changed) = &*self.state;
        let mut state = state.lock().unwrap_or_else(PoisonError::into_inner);
        state.most = state.most.map(|most| most + octets);
        changed.notify_all();
    }

    /// Lets everything through from now on.
    pub(crate) fn open(&self) {
        let (state, changed) = &*self.state;
        state.lock().unwrap_or_else(PoisonError::into_inner).most = None;
        changed.notify_all();
    }

    /// Octets that the server said and that came through.
    pub(crate) fn passed(&self) -> usize {
        self.state.0.lock().unwrap_or_else(PoisonError::into_inner).passed
    }
}

/// Passes on until an end closes; what the server says only as the gate lets it.
fn pass(mut from: &TcpStream, mut to: &TcpStream, gate: Option<&(Mutex<State>, Condvar)>) {
    let mut buffer = [0; 16 * 1024];
    'passing: while let Ok(read @ 1..) = from.read(&mut buffer) {
        let mut left = buffer.get(..read).unwrap_or_default();
        while !left.is_empty() {
            let (now, later) = left.split_at(gate.map_or(left.len(), |gate| let_through(gate, left.len())));
            if to.write_all(now).is_err() {
                break 'passing;
            }
            left = later;
        }
    }
    for end in [from, to] {
        let _gone = end.shutdown(Shutdown::Both);
    }
}

/// How many of these octets may pass now; waits until any may.
fn let_through((state, changed): &(Mutex<State>, Condvar), wanted: usize) -> usize {
    let state = state.lock().unwrap_or_else(PoisonError::into_inner);
    let mut state = changed
        .wait_while(state, |state| state.most == Some(state.passed))
        .unwrap_or_else(PoisonError::into_inner);
    let may = state.most.map_or(wanted, |most| wanted.min(most - state.passed));
    state.passed += may;
    changed.notify_all();
    may
}
