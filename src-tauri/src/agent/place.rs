//! Place: where a notification stands, so that it is found again: the server, and its number there.

use serde::{Deserialize, Serialize};
use zbus::{Connection, fdo::DBusProxy, proxy};

use super::session_bus::NOTIFICATIONS;

/// One notification of one server. Another server may give the same number to somebody else's.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub(super) struct Place {
    /// The server while it lives: its name on the bus, and which bus.
    server: String,
    /// The server's number of the notification.
    pub(super) id: u32,
}

#[proxy(
    interface = "org.freedesktop.Notifications",
    default_service = "org.freedesktop.Notifications",
    default_path = "/org/freedesktop/Notifications",
    gen_blocking = false
)]
trait Server {
    fn close_notification(&self, id: u32) -> zbus::Result<()>;
}

impl Place {
    /// The notification of that number on the server that is there now.
    ///
    /// # Errors
    /// Where none is.
    pub(super) async fn here(connection: &Connection, id: u32) -> zbus::Result<Self> {
        let bus = DBusProxy::new(connection).await?;
        let owner = bus.get_name_owner(NOTIFICATIONS.try_into()?).await?;
        Ok(Self {
            server: format!("{} {owner}", connection.server_guid()),
            id,
        })
    }

    /// Whether its server is still there.
    pub(super) async fn is_here(&self, connection: &Connection) -> bool {
        Self::here(connection, self.id)
            .await
            .is_ok_and(|here| here == *self)
    }

    /// Takes the notification from the screen.
    ///
    /// # Errors
    /// Where the server refuses.
    pub(super) async fn clear(&self, connection: &Connection) -> zbus::Result<()> {
        ServerProxy::new(connection)
            .await?
            .close_notification(self.id)
            .await
    }

    #[cfg(test)]
    pub(super) fn for_tests(server: &str, id: u32) -> Self {
        Self {
            server: server.to_owned(),
            id,
        }
    }
}
