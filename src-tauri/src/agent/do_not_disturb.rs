//! Whether the user wants to be left alone just now, as the desktop knows it.

use std::time::Duration;

use gtk::{
    gio::{Settings, SettingsBackend, SettingsSchemaSource},
    prelude::SettingsExt,
};
use zbus::{Connection, proxy};

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

/// Where GNOME, and what is made of it, keeps “Do not disturb”: no banners. The desktop's portal does not hand it out.
const GNOME: (&str, &str) = ("org.gnome.desktop.notifications", "show-banners");

/// Asks the notification server, and the desktop's settings.
pub(super) async fn is_on(connection: &Connection) -> bool {
    let asked = async { inhibited(connection).await || shows_no_banners().await };
    tokio::time::timeout(PATIENCE, asked).await.unwrap_or(false)
}

async fn inhibited(connection: &Connection) -> bool {
    match ServerProxy::new(connection).await {
        Ok(server) => server.inhibited().await.unwrap_or(false),
        Err(_) => false,
    }
}

/// A desktop without these settings shows banners. To ask GIO for a setting that is not there would end the program.
async fn shows_no_banners() -> bool {
    let read = tauri::async_runtime::spawn_blocking(|| {
        let (name, key) = GNOME;
        let schema = SettingsSchemaSource::default()?.lookup(name, true)?;
        let settings = Settings::new_full(&schema, None::<&SettingsBackend>, None);
        schema.has_key(key).then(|| settings.boolean(key))
    });
    matches!(read.await, Ok(Some(false)))
}
