//! What the user answers to a notification, heard from before the notification is shown.
//!
//! `notify-rust` begins to listen only after the server took the notification, so an answer in that moment would be lost. Here a
//! connection of its own listens first. It hears what a server tells everybody; one that tells the sender alone is heard by
//! `notify-rust`.

use std::time::Duration;

use notify_rust::{NotificationHandle, NotificationResponse};
use tokio::{sync::oneshot, time::timeout};
use tokio_stream::StreamExt as _;
use zbus::{
    Connection, MatchRule, Message, MessageStream,
    fdo::{DBusProxy, NameOwnerChangedStream},
    message::Type,
};

use super::{alert::Answer, session_bus::NOTIFICATIONS};

/// How long an action may come after the closing that it brings about, where the two are heard on different ways.
const STRAGGLING: Duration = Duration::from_secs(1);

/// A listener for the answers to all notifications, and for the server's end.
pub(super) struct Answers {
    signals: MessageStream,
    servers: NameOwnerChangedStream,
}

impl Answers {
    /// Begins to listen.
    ///
    /// # Errors
    /// Where the bus has ended.
    pub(super) async fn listen(connection: &Connection) -> zbus::Result<Self> {
        let rule = MatchRule::builder()
            .msg_type(Type::Signal)
            .interface("org.freedesktop.Notifications")?
            .build();
        let bus = DBusProxy::new(connection).await?;
        Ok(Self {
            servers: bus
                .receive_name_owner_changed_with_args(&[(0, NOTIFICATIONS)])
                .await?,
            signals: MessageStream::for_match_rule(rule, connection, None).await?,
        })
    }

    /// Waits for the answer to this notification.
    pub(super) async fn to(mut self, handle: NotificationHandle) -> Answer {
        let id = handle.id();
        let (answered, answer) = oneshot::channel();
        let told_alone = handle.wait_for_action_async(move |response| {
            let _nobody_waits = answered.send(match response {
                NotificationResponse::Default => Answer::Review,
                NotificationResponse::Action(action) => Answer::of_action(action),
                NotificationResponse::Reply(_) | NotificationResponse::Closed(_) => Answer::Closed,
            });
        });
        let everybody = self.next(id);
        tokio::pin!(everybody);
        tokio::select! {
            answer = &mut everybody => answer,
            () = told_alone => match answer.await {
                Ok(Answer::Closed) | Err(_) => timeout(STRAGGLING, everybody).await.unwrap_or(Answer::Closed),
                Ok(answer) => answer,
            },
        }
    }

    /// Waits for what everybody is told of the answer to the notification of this number. Where its server has ended, or the bus,
    /// so has the notification.
    pub(super) async fn next(&mut self, id: u32) -> Answer {
        loop {
            let message = tokio::select! {
                message = self.signals.next() => message,
                _ = self.servers.next() => None,
            };
            let Some(message) = message else {
                return Answer::Closed;
            };
            if let Some(answer) = message.ok().and_then(|message| answer_in(&message, id)) {
                return answer;
            }
        }
    }
}

/// The answer that a signal brings to the notification of this number, if it does.
fn answer_in(message: &Message, id: u32) -> Option<Answer> {
    let (header, body) = (message.header(), message.body());
    match header.member()?.as_str() {
        "ActionInvoked" => {
            let (of, action): (u32, String) = body.deserialize().ok()?;
            (of == id).then(|| Answer::of_action(&action))
        }
        "NotificationClosed" => {
            let (of, _reason): (u32, u32) = body.deserialize().ok()?;
            (of == id).then_some(Answer::Closed)
        }
        _ => None,
    }
}
