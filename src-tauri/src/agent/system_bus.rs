//! What the system tells of sleep, of the network and of its end. After the first two, connections that look sound may lead nowhere.

use std::{pin::pin, time::Duration};

use tokio::{
    sync::mpsc::UnboundedSender,
    time::{Instant, timeout_at},
};
use tokio_stream::StreamExt as _;
use zbus::{Connection, fdo::PropertiesProxy, proxy};

use super::tick::Tick;

/// How long to wait before looking for a system bus again.
const RETRY: Duration = Duration::from_secs(300);

/// One change is told in several signals, which come together.
const TOGETHER: Duration = Duration::from_secs(1);

const NETWORK_MANAGER: &str = "org.freedesktop.NetworkManager";

/// `NM_STATE_CONNECTED_LOCAL`; from there on something is connected.
const CONNECTED: u32 = 50;

/// A property of NetworkManager's that changes when traffic takes another way: from cable to Wi-Fi, into a VPN.
const WAY: &str = "PrimaryConnection";

#[proxy(
    interface = "org.freedesktop.login1.Manager",
    default_service = "org.freedesktop.login1",
    default_path = "/org/freedesktop/login1",
    gen_blocking = false
)]
trait Logind {
    /// Before sleep with true, after it with false.
    #[zbus(signal)]
    fn prepare_for_sleep(&self, start: bool) -> zbus::Result<()>;

    /// Before the system ends with true; with false where it does not end after all.
    #[zbus(signal)]
    fn prepare_for_shutdown(&self, start: bool) -> zbus::Result<()>;
}

#[proxy(
    interface = "org.freedesktop.NetworkManager",
    default_service = "org.freedesktop.NetworkManager",
    default_path = "/org/freedesktop/NetworkManager",
    gen_blocking = false
)]
trait NetworkManager {
    #[zbus(signal)]
    fn state_changed(&self, state: u32) -> zbus::Result<()>;
}

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Told {
    /// The link to the world may be another one now.
    LinkChanged,
    /// The system ends.
    End,
}

/// Listens for the life of the program. A system without the bus, or without logind or NetworkManager, tells nothing: then the watch
/// notices sleep by the clock, and a dead link by its silence.
pub(super) async fn watch(ticks: UnboundedSender<Tick>) {
    loop {
        match follow(&ticks).await {
            Ok(()) => return,
            Err(error) => tracing::info!("the system bus cannot be used: {error}"),
        }
        tokio::time::sleep(RETRY).await;
    }
}

async fn follow(ticks: &UnboundedSender<Tick>) -> zbus::Result<()> {
    let connection = Connection::system().await?;
    let (logind, network) = (
        LogindProxy::new(&connection).await?,
        NetworkManagerProxy::new(&connection).await?,
    );
    let properties = PropertiesProxy::builder(&connection)
        .destination(NETWORK_MANAGER)?
        .path("/org/freedesktop/NetworkManager")?
        .build()
        .await?;
    let slept = logind.receive_prepare_for_sleep().await?;
    let states = network.receive_state_changed().await?;
    let ways = properties.receive_properties_changed().await?;
    let ended = logind.receive_prepare_for_shutdown().await?;
    let link = |is_changed: bool| is_changed.then_some(Told::LinkChanged);
    let woken = slept.map(|signal| link(signal.args().is_ok_and(|args| !args.start)));
    let connected = states.map(|signal| link(signal.args().is_ok_and(|args| args.state >= CONNECTED)));
    let rerouted = ways.map(|signal| {
        let args = signal.args();
        link(args.is_ok_and(|args| args.changed_properties.contains_key(WAY)))
    });
    let ends = ended.map(|signal| signal.args().is_ok_and(|args| args.start).then_some(Told::End));
    let all = woken.merge(connected).merge(rerouted).merge(ends);
    let mut told = pin!(all.filter_map(|told| told));
    while let Some(first) = told.next().await {
        let until = Instant::now() + TOGETHER;
        let mut last = first;
        while last != Told::End
            && let Ok(Some(more)) = timeout_at(until, told.next()).await
        {
            last = more;
        }
        let tick = match last {
            Told::LinkChanged => Tick::LinkChanged,
            Told::End => Tick::Quit,
        };
        if ticks.send(tick).is_err() {
            return Ok(());
        }
    }
    Err(zbus::Error::Failure("it has ended".to_owned()))
}
