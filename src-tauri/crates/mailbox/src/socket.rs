//! Socket: a TCP connection whose every read and write has a deadline, and ends when it is told to.

use std::{
    io::{self, ErrorKind, Read, Write},
    net::{SocketAddr, TcpStream},
    sync::Arc,
    time::{Duration, Instant},
};

use socket2::{Domain, Protocol, SockRef, TcpKeepalive, Type};

use crate::{
    bounds::Bound,
    wake::{Interest, Patience, Wake, Woken},
};

/// Why a read or a write was ended by us; inside the `io::Error` that it returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Cut {
    #[error("stopped")]
    Stopped,
    #[error("asked to look at once")]
    Checked,
    #[error("the time for it is over")]
    Deadline,
    #[error(transparent)]
    Bound(#[from] Bound),
}

impl Cut {
    /// The cut inside an error, where we made it.
    pub(crate) fn of(error: &io::Error) -> Option<Self> {
        error.get_ref()?.downcast_ref().copied()
    }
}

impl From<Cut> for io::Error {
    fn from(cut: Cut) -> Self {
        Self::other(cut)
    }
}

/// A connection. It never blocks longer than its [`Patience`].
#[derive(Debug)]
pub(crate) struct Socket {
    tcp: TcpStream,
    wake: Arc<Wake>,
    pub(crate) patience: Patience,
}

impl Socket {
    /// Connects to one address.
    pub(crate) fn connect(address: SocketAddr, wake: Arc<Wake>, patience: Patience) -> io::Result<Self> {
        let socket = socket2::Socket::new(Domain::for_address(address), Type::STREAM, Some(Protocol::TCP))?;
        socket.set_nonblocking(true)?;
        let pending = match socket.connect(&address.into()) {
            Ok(()) => false,
            Err(error) if error.raw_os_error() == Some(rustix::io::Errno::INPROGRESS.raw_os_error()) => true,
            Err(error) => return Err(error),
        };
        let socket = Self {
            tcp: socket.into(),
            wake,
            patience,
        };
        if pending {
            socket.wait(Interest::Write)?;
            if let Some(error) = socket.tcp.take_error()? {
                return Err(error);
            }
        }
        socket.keep_alive()?;
        Ok(socket)
    }

    /// Has the system notice within 60 s that the other end is gone, even while nothing is sent.
    fn keep_alive(&self) -> io::Result<()> {
        self.tcp.set_nodelay(true)?;
        let socket = SockRef::from(&self.tcp);
        let probes = TcpKeepalive::new()
            .with_time(Duration::from_secs(30))
            .with_interval(Duration::from_secs(10))
            .with_retries(3);
        socket.set_tcp_keepalive(&probes)?;
        #[cfg(target_os = "linux")]
        socket.set_tcp_user_timeout(Some(Duration::from_secs(45)))?;
        Ok(())
    }

    /// Gives all that follows so much time, and no check ends it.
    pub(crate) fn allow(&mut self, time: Duration) {
        self.patience = Patience {
            until: later(time),
            heeds_check: false,
        };
    }

    /// Whether octets are there to be read at once. The end of the connection is none: the next read says so.
    pub(crate) fn has_more(&self) -> bool {
        matches!(self.tcp.peek(&mut [0]), Ok(count) if count > 0)
    }

    /// Waits for the bell alone.
    pub(crate) fn rest(&self, patience: Patience) -> io::Result<()> {
        self.wake.wait(None, patience).and_then(Self::ended)
    }

    fn wait(&self, interest: Interest) -> io::Result<()> {
        self.wake
            .wait(Some((&self.tcp, interest)), self.patience)
            .and_then(Self::ended)
    }

    fn ended(woken: Woken) -> io::Result<()> {
        match woken {
            Woken::Ready => Ok(()),
            Woken::Deadline => Err(Cut::Deadline.into()),
            Woken::Check => Err(Cut::Checked.into()),
            Woken::Stop => Err(Cut::Stopped.into()),
        }
    }

    fn retried<T>(
        &self,
        interest: Interest,
        mut operation: impl FnMut(&TcpStream) -> io::Result<T>,
    ) -> io::Result<T> {
        loop {
            match operation(&self.tcp) {
                Err(error) if error.kind() == ErrorKind::WouldBlock => self.wait(interest)?,
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                done => return done,
            }
        }
    }
}

impl Read for Socket {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // Looked at before the octets: a server that never falls silent would never make us wait.
        if Instant::now() >= self.patience.until {
            return Err(Cut::Deadline.into());
        }
        self.retried(Interest::Read, |mut tcp| tcp.read(buffer))
    }
}

impl Write for Socket {
    fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        self.retried(Interest::Write, |mut tcp| tcp.write(octets))
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A point in time so much later; `now` where that is beyond all times.
pub(crate) fn later(time: Duration) -> Instant {
    let now = Instant::now();
    now.checked_add(time).unwrap_or(now)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::net::TcpListener;

    use super::*;

    #[test]
    fn the_system_is_told_when_a_link_counts_as_dead() {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let wake = Arc::new(Wake::new().unwrap());
        let patience = Patience {
            until: later(Duration::from_secs(5)),
            heeds_check: false,
        };
        let socket = Socket::connect(listener.local_addr().unwrap(), wake, patience).unwrap();
        let options = SockRef::from(&socket.tcp);
        assert!(options.keepalive().unwrap());
        assert_eq!(options.tcp_keepalive_time().unwrap(), Duration::from_secs(30));
        assert_eq!(options.tcp_keepalive_interval().unwrap(), Duration::from_secs(10));
        assert_eq!(options.tcp_keepalive_retries().unwrap(), 3);
        assert_eq!(options.tcp_user_timeout().unwrap(), Some(Duration::from_secs(45)));
    }
}
