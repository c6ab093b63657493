//! A private system bus with a small logind and a small NetworkManager on it, which say what the test has them say.

use std::collections::HashMap;

use anyhow::Result;
use zbus::{
    Connection,
    zvariant::{ObjectPath, Value},
};

use crate::{environment::Environment, session_bus::SessionBus};

/// A running system bus. Dropped, it is ended.
#[derive(Debug)]
pub struct SystemBus {
    connection: Connection,
    bus: SessionBus,
}

impl SystemBus {
    /// Starts it.
    ///
    /// # Errors
    /// When dbus-daemon is missing or does not start.
    pub async fn start() -> Result<Self> {
        let bus = SessionBus::start()?;
        let connection = bus.connect().await?;
        connection.request_name("org.freedesktop.login1").await?;
        connection.request_name(NETWORK_MANAGER).await?;
        Ok(Self { connection, bus })
    }

    /// The variable that sends programs to this bus.
    pub fn env(&self) -> Environment {
        Environment::default().with("DBUS_SYSTEM_BUS_ADDRESS", self.bus.address())
    }

    /// Says that the computer is about to sleep, or has woken.
    ///
    /// # Errors
    /// When the bus has ended.
    pub async fn sleeps(&self, is_before: bool) -> Result<()> {
        self.say(LOGIND, LOGIND_MANAGER, "PrepareForSleep", &is_before)
            .await
    }

    /// Says that the computer is about to be shut down, or is not after all.
    ///
    /// # Errors
    /// When the bus has ended.
    pub async fn ends(&self, is_about_to: bool) -> Result<()> {
        self.say(LOGIND, LOGIND_MANAGER, "PrepareForShutdown", &is_about_to)
            .await
    }

    /// Says how the network stands, as a number of `NMState`.
    ///
    /// # Errors
    /// When the bus has ended.
    pub async fn network_is(&self, state: u32) -> Result<()> {
        self.say(NETWORK, NETWORK_MANAGER, "StateChanged", &state).await
    }

    /// Says that a property of the network has another value, which is an object.
    ///
    /// # Errors
    /// When the bus has ended.
    pub async fn network_has(&self, property: &str) -> Result<()> {
        let value = Value::from(ObjectPath::try_from(
            "/org/freedesktop/NetworkManager/ActiveConnection/2",
        )?);
        let changed = HashMap::from([(property, value)]);
        let body = (NETWORK_MANAGER, changed, Vec::<&str>::new());
        self.say(
            NETWORK,
            "org.freedesktop.DBus.Properties",
            "PropertiesChanged",
            &body,
        )
        .await
    }

    async fn say<B>(&self, path: &str, interface: &str, signal: &str, body: &B) -> Result<()>
    where
        B: serde::Serialize + zbus::zvariant::DynamicType + Sync,
    {
        let nobody = None::<&str>;
        Ok(self
            .connection
            .emit_signal(nobody, path, interface, signal, body)
            .await?)
    }
}

const LOGIND: &str = "/org/freedesktop/login1";
const LOGIND_MANAGER: &str = "org.freedesktop.login1.Manager";
const NETWORK: &str = "/org/freedesktop/NetworkManager";
const NETWORK_MANAGER: &str = "org.freedesktop.NetworkManager";
