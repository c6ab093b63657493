//! A look at the notifications on a bus that is not ours: the calls, without being the server.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use tokio::time::timeout;
use tokio_stream::StreamExt;
use zbus::{MatchRule, MessageStream, fdo::MonitoringProxy, message::Type, zvariant::Value};

use crate::session_bus::connect;

/// A connection that sees every call of `Notify` on its bus.
#[derive(Debug)]
pub struct BusMonitor {
    messages: MessageStream,
}

impl BusMonitor {
    /// Becomes a monitor of the bus at that address.
    ///
    /// # Errors
    /// When the bus cannot be reached or forbids it.
    pub async fn start(address: &str) -> Result<Self> {
        let connection = connect(address).await?;
        let rule = MatchRule::builder()
            .msg_type(Type::MethodCall)
            .interface("org.freedesktop.Notifications")?
            .member("Notify")?
            .build();
        let messages = MessageStream::from(&connection);
        MonitoringProxy::new(&connection)
            .await?
            .become_monitor(&[rule], 0)
            .await?;
        Ok(Self { messages })
    }

    /// Waits for a notification of that program, and gives its title and text, and when it was seen.
    ///
    /// # Errors
    /// When none comes within that time.
    pub async fn next(&mut self, app: &str, within: Duration) -> Result<(String, String, Instant)> {
        timeout(within, self.next_of(app))
            .await
            .with_context(|| format!("no notification was seen within {within:?}"))?
    }

    async fn next_of(&mut self, app: &str) -> Result<(String, String, Instant)> {
        loop {
            let message = self.messages.next().await.context("the bus has ended")??;
            if message.header().member().is_none_or(|member| member != "Notify") {
                continue;
            }
            let body = message.body();
            let (name, _, _, summary, text, ..): Call<'_> = body.deserialize()?;
            if name == app {
                return Ok((summary.to_owned(), text.to_owned(), Instant::now()));
            }
        }
    }
}

/// Program, number replaced, icon, title, text; and then actions, hints and time.
type Call<'a> = (
    &'a str,
    u32,
    &'a str,
    &'a str,
    &'a str,
    Vec<&'a str>,
    HashMap<&'a str, Value<'a>>,
    i32,
);
