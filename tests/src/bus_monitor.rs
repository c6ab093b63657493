//! A look at the notifications on a bus that is not ours: the calls, without being the server.

use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

use anyhow::{Context, Result};
use tokio::{sync::mpsc, task::JoinHandle, time::timeout};
use tokio_stream::StreamExt;
use zbus::{MatchRule, MessageStream, fdo::MonitoringProxy, message::Type, zvariant::Value};

use crate::session_bus::connect;

/// A connection that sees every call of `Notify` on its bus. Dropped, it leaves.
#[derive(Debug)]
pub struct BusMonitor {
    seen: mpsc::UnboundedReceiver<Seen>,
    task: JoinHandle<()>,
}

/// A call of `Notify` that somebody made.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The program's name.
    pub app: String,
    /// The title.
    pub title: String,
    /// The text, in which markup may stand.
    pub text: String,
    /// When it was made.
    pub at: Instant,
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
        let (sender, seen) = mpsc::unbounded_channel();
        Ok(Self {
            seen,
            task: tokio::spawn(watch(messages, sender)),
        })
    }

    /// Waits for the next notification of that program.
    ///
    /// # Errors
    /// When none comes within that time.
    pub async fn next(&mut self, app: &str, within: Duration) -> Result<Seen> {
        let of_app = async {
            loop {
                let seen = self.seen.recv().await.context("the bus has ended")?;
                if seen.app == app {
                    return Ok(seen);
                }
            }
        };
        timeout(within, of_app)
            .await
            .with_context(|| format!("no notification was seen within {within:?}"))?
    }
}

impl Drop for BusMonitor {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// Reads at once what comes, so that each call has its own time however late somebody asks for it.
async fn watch(mut messages: MessageStream, seen: mpsc::UnboundedSender<Seen>) {
    while let Some(Ok(message)) = messages.next().await {
        let at = Instant::now();
        if let Ok((app, _, _, title, text, ..)) = message.body().deserialize::<Call<'_>>() {
            let call = Seen {
                app: app.to_owned(),
                title: title.to_owned(),
                text: text.to_owned(),
                at,
            };
            if seen.send(call).is_err() {
                return;
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
