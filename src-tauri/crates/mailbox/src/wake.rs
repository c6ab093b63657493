//! How another thread reaches one that waits for a server: to stop it, or to have it look at once.

use std::{
    io::{self, Read, Write},
    net::TcpStream,
    os::{
        fd::{AsFd, BorrowedFd},
        unix::net::UnixStream,
    },
    sync::atomic::{AtomicBool, Ordering},
    time::Instant,
};

use rustix::{
    event::{PollFd, PollFlags, Timespec, poll},
    io::Errno,
};

/// The bell that ends a wait. Shared by the handle and the thread.
#[derive(Debug)]
pub(crate) struct Wake {
    stop: AtomicBool,
    check: AtomicBool,
    /// Whatever is written here can be waited for together with a socket.
    bell: UnixStream,
    heard: UnixStream,
}

/// What a wait is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Interest {
    Read,
    Write,
}

/// How long to wait, and whether [`Wake::check`] ends the wait.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Patience {
    pub(crate) until: Instant,
    pub(crate) heeds_check: bool,
}

/// Why a wait ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Woken {
    Ready,
    Deadline,
    Check,
    Stop,
}

impl Wake {
    pub(crate) fn new() -> io::Result<Self> {
        let (bell, heard) = UnixStream::pair()?;
        bell.set_nonblocking(true)?;
        heard.set_nonblocking(true)?;
        Ok(Self {
            stop: AtomicBool::new(false),
            check: AtomicBool::new(false),
            bell,
            heard,
        })
    }

    /// Ends this and every later wait.
    pub(crate) fn stop(&self) {
        self.stop.store(true, Ordering::SeqCst);
        self.ring();
    }

    /// Ends the wait for news, or else the next one.
    pub(crate) fn check(&self) {
        self.check.store(true, Ordering::SeqCst);
        self.ring();
    }

    pub(crate) fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::SeqCst)
    }

    fn ring(&self) {
        // A full bell was rung and not heard yet: that is enough.
        let _full = (&self.bell).write(&[0]);
    }

    /// Waits for a socket, or for the bell alone.
    pub(crate) fn wait(
        &self,
        socket: Option<(&TcpStream, Interest)>,
        patience: Patience,
    ) -> io::Result<Woken> {
        loop {
            if self.is_stopped() {
                return Ok(Woken::Stop);
            }
            if patience.heeds_check && self.check.swap(false, Ordering::SeqCst) {
                return Ok(Woken::Check);
            }
            let left = patience.until.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Ok(Woken::Deadline);
            }
            let Ok(left) = Timespec::try_from(left) else {
                return Ok(Woken::Deadline);
            };
            if self.poll(socket, &left)? {
                return Ok(Woken::Ready);
            }
        }
    }

    /// Whether the socket became ready; the bell is silenced.
    fn poll(&self, socket: Option<(&TcpStream, Interest)>, left: &Timespec) -> io::Result<bool> {
        let bell = PollFd::new(&self.heard, PollFlags::IN);
        let mut fds = match socket {
            Some((socket, interest)) => vec![bell, PollFd::from_borrowed_fd(fd(socket), interest.flags())],
            None => vec![bell],
        };
        match poll(&mut fds, Some(left)) {
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let rung = fds.first().is_some_and(|bell| !bell.revents().is_empty());
        let ready = fds.get(1).is_some_and(|socket| !socket.revents().is_empty());
        if rung {
            // Read before the flags are looked at again, so that a later ring is not lost.
            let _empty = (&self.heard).read(&mut [0; 64]);
        }
        Ok(ready)
    }
}

impl Interest {
    const fn flags(self) -> PollFlags {
        match self {
            Self::Read => PollFlags::IN,
            Self::Write => PollFlags::OUT,
        }
    }
}

fn fd(socket: &TcpStream) -> BorrowedFd<'_> {
    socket.as_fd()
}

#[cfg(test)]
mod tests {
    use std::{sync::Arc, thread, time::Duration};

    use super::*;

    fn patience(millis: u64, heeds_check: bool) -> Patience {
        Patience {
            until: Instant::now() + Duration::from_millis(millis),
            heeds_check,
        }
    }

    #[test]
    fn a_check_ends_only_a_wait_that_heeds_it_and_only_once() {
        let wake = Wake::new().unwrap();
        wake.check();
        assert_eq!(wake.wait(None, patience(20, false)).unwrap(), Woken::Deadline);
        assert_eq!(wake.wait(None, patience(60_000, true)).unwrap(), Woken::Check);
        assert_eq!(wake.wait(None, patience(20, true)).unwrap(), Woken::Deadline);
    }

    #[test]
    fn a_stop_ends_every_wait() {
        let wake = Arc::new(Wake::new().unwrap());
        let other = wake.clone();
        let stopper = thread::spawn(move || other.stop());
        assert_eq!(wake.wait(None, patience(60_000, false)).unwrap(), Woken::Stop);
        assert_eq!(wake.wait(None, patience(60_000, false)).unwrap(), Woken::Stop);
        stopper.join().unwrap();
    }

    #[test]
    fn many_rings_are_one() {
        let wake = Wake::new().unwrap();
        for _ in 0..100_000 {
            wake.check();
        }
        assert_eq!(wake.wait(None, patience(60_000, true)).unwrap(), Woken::Check);
        assert_eq!(wake.wait(None, patience(50, true)).unwrap(), Woken::Deadline);
    }
}
