//! From a server's name to an encrypted connection.

use std::{
    io,
    net::{IpAddr, SocketAddr, ToSocketAddrs},
    sync::{
        Arc,
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::{Duration, Instant},
};

use crate::{
    Account, Error, Host, Limits, Security,
    socket::{Cut, Socket, later},
    starttls, tls,
    wake::{Patience, Wake},
    wire::Wire,
};

/// Connects and encrypts. What the server said before is forgotten, save that it greeted us.
pub(crate) fn connect(account: &Account, limits: &Limits, wake: &Arc<Wake>) -> Result<Wire, Error> {
    let until = later(limits.connect_for);
    let addresses = resolve(&account.host, account.port, until, wake)?;
    connect_to(&addresses, account, limits, wake)
}

/// [`connect`], where the server's addresses are known.
pub(crate) fn connect_to(
    addresses: &[SocketAddr],
    account: &Account,
    limits: &Limits,
    wake: &Arc<Wake>,
) -> Result<Wire, Error> {
    let config = tls::config(&account.host, account.ca_path.as_deref())?;
    let mut socket = reach(account, addresses, later(limits.connect_for), wake)?;
    socket.allow(limits.command_for);
    match account.security {
        Security::ImplicitTls => {
            let mut wire = Wire::new(tls::handshake(account, config, socket)?);
            wire.allow(limits.command_for);
            starttls::greeting(account, &mut wire)?;
            Ok(wire)
        }
        Security::StartTls => {
            starttls::upgrade(account, &mut socket)?;
            socket.allow(limits.command_for);
            Ok(Wire::new(tls::handshake(account, config, socket)?))
        }
    }
}

/// Asks the system for the server's addresses. That can block for long and cannot be ended, so a thread of its own waits.
pub(crate) fn resolve(host: &Host, port: u16, until: Instant, wake: &Wake) -> Result<Vec<SocketAddr>, Error> {
    if let Some(ip) = host.ip() {
        return Ok(vec![SocketAddr::new(ip, port)]);
    }
    let name = host.to_string();
    let (answer, answered) = mpsc::channel();
    let ask = move || {
        let found = (name.as_str(), port)
            .to_socket_addrs()
            .map(Iterator::collect::<Vec<_>>);
        // Nobody waits any more where the time was over.
        let _late = answer.send(found);
    };
    thread::Builder::new()
        .name("resolve".into())
        .spawn(ask)
        .map_err(Error::NoResources)?;
    let unknown = |source| Error::UnknownHost {
        host: host.clone(),
        source,
    };
    loop {
        match answered.recv_timeout(SLICE) {
            Ok(Ok(addresses)) if addresses.is_empty() => return Err(unknown(io::ErrorKind::NotFound.into())),
            Ok(found) => return found.map_err(unknown),
            Err(RecvTimeoutError::Timeout) if wake.is_stopped() => return Err(unknown(Cut::Stopped.into())),
            Err(RecvTimeoutError::Timeout) if Instant::now() < until => {}
            Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => {
                return Err(unknown(io::ErrorKind::TimedOut.into()));
            }
        }
    }
}

/// Tries one address after the other; each gets its share of the time that is left.
pub(crate) fn reach(
    account: &Account,
    addresses: &[SocketAddr],
    until: Instant,
    wake: &Arc<Wake>,
) -> Result<Socket, Error> {
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for (tried, address) in addresses.iter().enumerate() {
        let left = until.saturating_duration_since(Instant::now());
        let shares = u32::try_from(addresses.len().saturating_sub(tried)).unwrap_or(u32::MAX);
        let share = left.checked_div(shares).unwrap_or(left);
        let patience = Patience {
            until: later(share),
            heeds_check: false,
        };
        match Socket::connect(*address, wake.clone(), patience) {
            Ok(socket) => return Ok(socket),
            Err(error) if Cut::of(&error) == Some(Cut::Stopped) => {
                last = error;
                break;
            }
            // A computer without IPv6 fails there at once; that is no answer of the server's.
            Err(error) if tried > 0 && is_unreachable_v6(address.ip(), &error) => {}
            Err(error) => last = error,
        }
    }
    Err(Error::Unreachable {
        host: account.host.clone(),
        port: account.port,
        source: last,
    })
}

fn is_unreachable_v6(ip: IpAddr, error: &io::Error) -> bool {
    ip.is_ipv6()
        && matches!(
            error.kind(),
            io::ErrorKind::NetworkUnreachable | io::ErrorKind::AddrNotAvailable
        )
}

/// How often a wait for an address looks whether it is still wanted.
const SLICE: Duration = Duration::from_millis(100);
