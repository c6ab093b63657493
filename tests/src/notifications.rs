//! A desktop's notification server, which keeps what it was asked to show and answers as a person would.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use tokio::{
    sync::{Mutex, mpsc},
    time::timeout,
};
use zbus::{
    Connection,
    object_server::SignalEmitter,
    zvariant::{OwnedValue, Value},
};

use crate::session_bus::SessionBus;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";

/// One call of `Notify`, as it came.
#[derive(Clone, Debug)]
pub struct Notice {
    /// The number that the server gave it.
    pub id: u32,
    /// The program's name.
    pub app: String,
    /// The notification that it takes the place of; 0: none.
    pub replaces: u32,
    /// The icon's name or path.
    pub icon: String,
    /// The title.
    pub summary: String,
    /// The text, in which markup may stand.
    pub body: String,
    /// Each action's key and label, in order.
    pub actions: Vec<(String, String)>,
    /// The hints, text and numbers as they are and others as `zvariant` prints values.
    pub hints: HashMap<String, String>,
    /// Milliseconds until it goes by itself; 0: never, -1: as the server likes.
    pub timeout: i32,
    /// When it came.
    pub at: Instant,
}

/// A running notification server. Dropped, it leaves the bus.
#[derive(Debug)]
pub struct Notifications {
    connection: Connection,
    received: Mutex<mpsc::UnboundedReceiver<Notice>>,
    cleared: Mutex<mpsc::UnboundedReceiver<u32>>,
}

impl Notifications {
    /// Starts a server that can do actions and markup.
    ///
    /// # Errors
    /// When the bus has one already, or none of it works.
    pub async fn start(bus: &SessionBus) -> Result<Self> {
        Self::start_with(bus, &["actions", "body", "body-markup"]).await
    }

    /// Starts a server with just these capabilities.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub async fn start_with(bus: &SessionBus, capabilities: &[&str]) -> Result<Self> {
        let (notices, received) = mpsc::unbounded_channel();
        let (clears, cleared) = mpsc::unbounded_channel();
        let capabilities = capabilities
            .iter()
            .map(|&capability| capability.to_owned())
            .collect();
        let connection = bus.connect().await?;
        let server = Server {
            notices,
            clears,
            capabilities,
            is_inhibited: false,
            is_refusing: false,
            last_id: 0,
        };
        connection.object_server().at(PATH, server).await?;
        let server = Self {
            connection,
            received: Mutex::new(received),
            cleared: Mutex::new(cleared),
        };
        server.appear().await?;
        Ok(server)
    }

    /// Waits for the next notification.
    ///
    /// # Errors
    /// When none comes within that time.
    pub async fn next(&self, within: Duration) -> Result<Notice> {
        let mut received = self.received.lock().await;
        let notice = timeout(within, received.recv()).await;
        notice
            .with_context(|| format!("no notification came within {within:?}"))?
            .context("the notification server has ended")
    }

    /// Waits until a program takes a notification from the screen, and gives its number.
    ///
    /// # Errors
    /// When none does within that time.
    pub async fn cleared(&self, within: Duration) -> Result<u32> {
        let mut cleared = self.cleared.lock().await;
        let id = timeout(within, cleared.recv()).await;
        id.with_context(|| format!("no notification was taken back within {within:?}"))?
            .context("the notification server has ended")
    }

    /// All notifications that came and were not asked for, without waiting.
    pub async fn rest(&self) -> Vec<Notice> {
        let mut received = self.received.lock().await;
        std::iter::from_fn(|| received.try_recv().ok()).collect()
    }

    /// Chooses an action by its key; `default` is the click on the notification itself. Then closes it, as servers do.
    ///
    /// # Errors
    /// When the bus has ended.
    pub async fn choose(&self, notice: &Notice, action: &str) -> Result<()> {
        Server::action_invoked(&self.emitter()?, notice.id, action).await?;
        self.close(notice, 2).await
    }

    /// Closes a notification: 1 its time was over, 2 by the user, 3 by the program.
    ///
    /// # Errors
    /// When the bus has ended.
    pub async fn close(&self, notice: &Notice, reason: u32) -> Result<()> {
        Ok(Server::notification_closed(&self.emitter()?, notice.id, reason).await?)
    }

    /// Leaves the bus, as a server that crashed.
    ///
    /// # Errors
    /// When the bus has ended.
    pub async fn leave(&self) -> Result<()> {
        self.connection.release_name(NAME).await?;
        Ok(())
    }

    /// Comes back to the bus.
    ///
    /// # Errors
    /// When another server is there.
    pub async fn appear(&self) -> Result<()> {
        Ok(self.connection.request_name(NAME).await?)
    }

    /// Says from now on that the user does not want to be disturbed, or does again.
    ///
    /// # Errors
    /// When the bus has ended.
    pub async fn inhibit(&self, is_inhibited: bool) -> Result<()> {
        let server = self
            .connection
            .object_server()
            .interface::<_, Server>(PATH)
            .await?;
        server.get_mut().await.is_inhibited = is_inhibited;
        Ok(())
    }

    /// Refuses from now on to show anything, as servers do where a program asks too often, or shows it again.
    ///
    /// # Errors
    /// When the bus has ended.
    pub async fn refuse(&self, is_refusing: bool) -> Result<()> {
        let server = self
            .connection
            .object_server()
            .interface::<_, Server>(PATH)
            .await?;
        server.get_mut().await.is_refusing = is_refusing;
        Ok(())
    }

    fn emitter(&self) -> Result<SignalEmitter<'_>> {
        Ok(SignalEmitter::new(&self.connection, PATH)?)
    }
}

struct Server {
    notices: mpsc::UnboundedSender<Notice>,
    clears: mpsc::UnboundedSender<u32>,
    capabilities: Vec<String>,
    is_inhibited: bool,
    is_refusing: bool,
    last_id: u32,
}

#[zbus::interface(name = "org.freedesktop.Notifications")]
impl Server {
    #[expect(clippy::too_many_arguments, reason = "the specification has eight")]
    fn notify(
        &mut self,
        app: String,
        replaces: u32,
        icon: String,
        summary: String,
        body: String,
        actions: Vec<String>,
        hints: HashMap<String, OwnedValue>,
        timeout: i32,
    ) -> zbus::fdo::Result<u32> {
        if self.is_refusing {
            return Err(zbus::fdo::Error::LimitsExceeded("too many".to_owned()));
        }
        let at = Instant::now();
        let id = if replaces == 0 { self.last_id + 1 } else { replaces };
        self.last_id = self.last_id.max(id);
        let mut words = actions.into_iter();
        let actions = std::iter::from_fn(|| Some((words.next()?, words.next()?))).collect();
        let hints = hints
            .into_iter()
            .map(|(name, value)| (name, printed(&value)))
            .collect();
        // A test that has stopped listening is not told.
        let _ = self.notices.send(Notice {
            id,
            app,
            replaces,
            icon,
            summary,
            body,
            actions,
            hints,
            timeout,
            at,
        });
        Ok(id)
    }

    async fn close_notification(
        &self,
        id: u32,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
    ) -> zbus::fdo::Result<()> {
        let _ = self.clears.send(id);
        Ok(Self::notification_closed(&emitter, id, 3).await?)
    }

    #[zbus(property)]
    fn inhibited(&self) -> bool {
        self.is_inhibited
    }

    fn get_capabilities(&self) -> Vec<String> {
        self.capabilities.clone()
    }

    fn get_server_information(&self) -> (String, String, String, String) {
        ["recording", "Astray's tests", "1", "1.2"]
            .map(str::to_owned)
            .into()
    }

    #[zbus(signal)]
    async fn action_invoked(emitter: &SignalEmitter<'_>, id: u32, key: &str) -> zbus::Result<()>;

    #[zbus(signal)]
    async fn notification_closed(emitter: &SignalEmitter<'_>, id: u32, reason: u32) -> zbus::Result<()>;
}

fn printed(value: &Value<'_>) -> String {
    if let Value::Str(text) = value {
        return text.to_string();
    }
    let number = u8::try_from(value).map(|number| number.to_string());
    number
        .or_else(|_| i32::try_from(value).map(|number| number.to_string()))
        .unwrap_or_else(|_| value.to_string())
}
