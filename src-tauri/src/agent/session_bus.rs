//! What the desktop offers just now: a notification server, a place for tray icons. Says so whenever it changes.

use std::time::Duration;

use tokio::sync::mpsc::UnboundedSender;
use zbus::{Connection, fdo::DBusProxy, names::BusName, proxy};

use super::tick::Tick;

/// How long to wait before looking for a session bus again.
const RETRY: Duration = Duration::from_secs(30);

/// The notification server's name.
pub(super) const NOTIFICATIONS: &str = "org.freedesktop.Notifications";
const TRAY_HOST: &str = "org.kde.StatusNotifierWatcher";

/// What the desktop offers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Desktop {
    /// The notification server, and whether it reads the body as markup.
    pub(crate) notifications: Option<Markup>,
    /// Whether tray icons are shown.
    pub(crate) has_tray: bool,
}

/// Whether the notification server reads a body as markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Markup(pub(crate) bool);

#[proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications",
    gen_blocking = false
)]
trait Notifications {
    fn get_capabilities(&self) -> zbus::Result<Vec<String>>;
}

/// Watches the session bus for the life of the program. One that is not there is looked for again; where the one that was there
/// ends, the session has ended.
pub(super) async fn watch(ticks: UnboundedSender<Tick>) {
    loop {
        match Connection::session().await {
            Ok(connection) => {
                if let Err(error) = follow(&connection, &ticks).await {
                    tracing::warn!("the session bus cannot be used: {error}");
                }
                if has_ended(&connection).await {
                    tracing::info!("the session has ended");
                    let _agent_ended = ticks.send(Tick::Quit);
                    return;
                }
            }
            Err(error) => tracing::warn!("there is no session bus: {error}"),
        }
        if ticks.send(Tick::Desktop(Desktop::default())).is_err() {
            return;
        }
        tokio::time::sleep(RETRY).await;
    }
}

/// Whether the bus does not answer any more.
async fn has_ended(connection: &Connection) -> bool {
    match DBusProxy::new(connection).await {
        Ok(bus) => bus.get_id().await.is_err(),
        Err(_) => true,
    }
}

async fn follow(connection: &Connection, ticks: &UnboundedSender<Tick>) -> zbus::Result<()> {
    let bus = DBusProxy::new(connection).await?;
    let mut notifications = bus
        .receive_name_owner_changed_with_args(&[(0, NOTIFICATIONS)])
        .await?;
    let mut tray = bus
        .receive_name_owner_changed_with_args(&[(0, TRAY_HOST)])
        .await?;
    loop {
        let offer = look(connection, &bus).await?;
        if ticks.send(Tick::Desktop(offer)).is_err() {
            return Ok(());
        }
        use tokio_stream::StreamExt;
        let changed = tokio::select! {
            change = notifications.next() => change,
            change = tray.next() => change,
        };
        if changed.is_none() {
            return Ok(());
        }
    }
}

async fn look(connection: &Connection, bus: &DBusProxy<'_>) -> zbus::Result<Desktop> {
    let has_tray = bus.name_has_owner(BusName::try_from(TRAY_HOST)?).await?;
    // Asking starts a server that the bus can start by itself; none at all answers with an error.
    let notifications = match NotificationsProxy::new(connection)
        .await?
        .get_capabilities()
        .await
    {
        Ok(capabilities) => Some(Markup(
            capabilities.iter().any(|capability| capability == "body-markup"),
        )),
        Err(error) => {
            tracing::warn!("no notification server answers: {error}");
            None
        }
    };
    Ok(Desktop {
        notifications,
        has_tray,
    })
}
