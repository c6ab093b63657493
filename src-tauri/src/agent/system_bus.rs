//! What the system tells of sleep and of the network. After either, connections that look sound may lead nowhere.

use std::{pin::pin, time::Duration};

use tokio::{
    sync::mpsc::UnboundedSender,
    time::{Instant, timeout_at},
};
use tokio_stream::StreamExt as _;
use zbus::{Connection, fdo::PropertiesProxy, proxy};

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

/// The link to the world may be another one now.
#[derive(Clone, Copy, Debug)]
pub(crate) struct LinkChanged;

/// Listens for the life of the program. A system without the bus, or without logind or NetworkManager, tells nothing: then the watch
/// notices sleep by the clock, and a dead link by its silence.
pub(crate) async fn watch(changes: UnboundedSender<LinkChanged>) {
    loop {
        match follow(&changes).await {
            Ok(()) => return,
            Err(error) => tracing::info!("the system bus cannot be used: {error}"),
        }
        tokio::time::sleep(RETRY).await;
    }
}

async fn follow(changes: &UnboundedSender<LinkChanged>) -> zbus::Result<()> {
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
    let woken = slept.map(|signal| signal.args().is_ok_and(|args| !args.start));
    let connected = states.map(|signal| signal.args().is_ok_and(|args| args.state >= CONNECTED));
    let rerouted = ways.map(|signal| {
        signal
            .args()
            .is_ok_and(|args| args.changed_properties.contains_key(WAY))
    });
    let mut signals = pin!(
        woken
            .merge(connected)
            .merge(rerouted)
            .filter(|is_change| *is_change)
    );
    while signals.next().await.is_some() {
        let until = Instant::now() + TOGETHER;
        while timeout_at(until, signals.next())
            .await
            .is_ok_and(|more| more.is_some())
        {}
        if changes.send(LinkChanged).is_err() {
            return Ok(());
        }
    }
    Err(zbus::Error::Failure("it has ended".to_owned()))
}
