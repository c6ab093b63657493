//! A desktop's place for tray icons: the watcher and host of StatusNotifierItem.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use anyhow::Result;
use zbus::{Connection, message::Header, object_server::SignalEmitter};

use crate::{session_bus::SessionBus, tray_item::TrayItem, wait::until_async};

const NAME: &str = "org.kde.StatusNotifierWatcher";
const PATH: &str = "/StatusNotifierWatcher";

/// Bus name and object path of an item.
type Place = (String, String);

/// A running tray. Dropped, it leaves the bus.
#[derive(Debug)]
pub struct TrayHost {
    connection: Connection,
    items: Arc<Mutex<Vec<Place>>>,
}

impl TrayHost {
    /// Starts a tray without icons.
    ///
    /// # Errors
    /// When the bus has one already.
    pub async fn start(bus: &SessionBus) -> Result<Self> {
        let items = Arc::new(Mutex::default());
        let connection = bus.connect().await?;
        connection
            .object_server()
            .at(
                PATH,
                Watcher {
                    items: Arc::clone(&items),
                },
            )
            .await?;
        connection.request_name(NAME).await?;
        Ok(Self { connection, items })
    }

    /// Waits for an icon, and gives the first.
    ///
    /// # Errors
    /// When there is none within that time.
    pub async fn item(&self, within: Duration) -> Result<TrayItem> {
        let first = || async { Ok(self.living().await?.into_iter().next()) };
        let (service, path) = until_async("a tray icon", within, first).await?;
        TrayItem::new(&self.connection, &service, &path).await
    }

    /// How many icons there are.
    ///
    /// # Errors
    /// When the bus has ended.
    pub async fn count(&self) -> Result<usize> {
        Ok(self.living().await?.len())
    }

    /// The icons whose programs have not ended.
    async fn living(&self) -> Result<Vec<Place>> {
        let items = self.items.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let bus = zbus::fdo::DBusProxy::new(&self.connection).await?;
        let mut living = Vec::new();
        for item in items {
            if bus.name_has_owner(item.0.as_str().try_into()?).await? {
                living.push(item);
            }
        }
        Ok(living)
    }

    /// Leaves the bus, as a panel that crashed. What was registered is forgotten.
    ///
    /// # Errors
    /// When the bus has ended.
    pub async fn leave(&self) -> Result<()> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner).clear();
        self.connection.release_name(NAME).await?;
        Ok(())
    }

    /// Comes back to the bus.
    ///
    /// # Errors
    /// When another tray is there.
    pub async fn appear(&self) -> Result<()> {
        Ok(self.connection.request_name(NAME).await?)
    }
}

struct Watcher {
    items: Arc<Mutex<Vec<Place>>>,
}

impl Watcher {
    /// A program registers again whenever it learns of the tray.
    fn add(&self, place: Place) {
        let mut items = self.items.lock().unwrap_or_else(PoisonError::into_inner);
        if !items.contains(&place) {
            items.push(place);
        }
    }
}

#[zbus::interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    /// `service` is a bus name, or an object path of the caller's: both are in use.
    async fn register_status_notifier_item(
        &self,
        service: String,
        #[zbus(header)] header: Header<'_>,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
    ) -> zbus::fdo::Result<()> {
        let sender = header.sender().map(ToString::to_string).unwrap_or_default();
        let place = if service.starts_with('/') {
            (sender, service)
        } else {
            (service, "/StatusNotifierItem".to_owned())
        };
        let name = format!("{}{}", place.0, place.1);
        self.add(place);
        Ok(Self::status_notifier_item_registered(&emitter, &name).await?)
    }

    fn register_status_notifier_host(&self, _service: &str) {}

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        let items = self.items.lock().unwrap_or_else(PoisonError::into_inner);
        items
            .iter()
            .map(|(service, path)| format!("{service}{path}"))
            .collect()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }

    #[zbus(signal)]
    async fn status_notifier_item_registered(emitter: &SignalEmitter<'_>, service: &str) -> zbus::Result<()>;
}
