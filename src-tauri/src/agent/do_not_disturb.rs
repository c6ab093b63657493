//! Whether the user wants to be left alone just now, as the desktop knows it.

use std::time::Duration;

use zbus::{Connection, proxy, zvariant::OwnedValue};

/// How long a desktop may take to say so; one that is silent has no such mode.
const PATIENCE: Duration = Duration::from_secs(1);

#[proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications",
    gen_blocking = false
)]
trait Server {
    /// Whether notifications are inhibited, as Plasma says it.
    #[zbus(property(emits_changed_signal = "false"))]
    fn inhibited(&self) -> zbus::Result<bool>;
}

#[proxy(
    interface = "org.freedesktop.portal.Settings",
    default_service = "org.freedesktop.portal.Desktop",
    default_path = "/org/freedesktop/portal/desktop",
    gen_blocking = false
)]
trait Settings {
    /// A desktop's setting; GNOME has “Do not disturb” there.
    fn read_one(&self, namespace: &str, key: &str) -> zbus::Result<OwnedValue>;
}

/// Asks the notification server, and the desktop's settings.
pub(super) async fn is_on(connection: &Connection) -> bool {
    let asked = async { inhibited(connection).await || shows_no_banners(connection).await };
    tokio::time::timeout(PATIENCE, asked).await.unwrap_or(false)
}

async fn inhibited(connection: &Connection) -> bool {
    match ServerProxy::new(connection).await {
        Ok(server) => server.inhibited().await.unwrap_or(false),
        Err(_) => false,
    }
}

async fn shows_no_banners(connection: &Connection) -> bool {
    let Ok(settings) = SettingsProxy::new(connection).await else {
        return false;
    };
    let read = settings
        .read_one("org.gnome.desktop.notifications", "show-banners")
        .await;
    read.ok().and_then(|value| bool::try_from(value).ok()) == Some(false)
}
