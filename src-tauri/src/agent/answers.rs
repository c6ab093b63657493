//! What the user answers to a notification, heard from before the notification is shown.
//!
//! `notify-rust` begins to listen only after the server took the notification, so an answer in that moment would be lost. Here a
//! connection of its own listens first. It hears what a server tells everybody; one that tells the sender alone is heard by
//! `notify-rust`.

use std::time::Duration;

use notify_rust::{NotificationHandle, NotificationResponse};
use tokio::{sync::oneshot, time::timeout};
use tokio_stream::StreamExt as _;
use zbus::{Connection, MatchRule, Message, MessageStream, message::Type};

use super::alert::Answer;

/// How long an action may come after the closing that it brings about, where the two are heard on different ways.
const STRAGGLING: Duration = Duration::from_secs(1);

/// A listener for the answers to all notifications.
pub(super) struct Answers(MessageStream);

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
        Ok(Self(MessageStream::for_match_rule(rule, connection, None).await?))
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

    async fn next(&mut self, id: u32) -> Answer {
        while let Some(message) = self.0.next().await {
            if let Some(answer) = message.ok().and_then(|message| answer_in(&message, id)) {
                return answer;
            }
        }
        // The bus has ended, and with it the notification.
        Answer::Closed
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
