//! The one notification that says that the user has to sign in again, with the way there.

use notify_rust::{Hint, Notification, Timeout};
use tokio::sync::mpsc::UnboundedSender;
use zbus::Connection;

use super::{
    alert::{Answer, escaped},
    answers::Answers,
    tick::Tick,
};
use crate::{
    role::Route,
    wording::{say, say_with},
};

/// Shows it; where the user answers it, the settings are shown. `address` is that of the account, safe to show.
pub(super) fn show(address: String, markup: bool, ticks: UnboundedSender<Tick>) {
    tauri::async_runtime::spawn(async move {
        match answered(&address, markup).await {
            Ok(Answer::Review) => {
                let _agent_ended = ticks.send(Tick::Show(Route::Settings));
            }
            Ok(Answer::Right | Answer::Closed) => {}
            // The tray and the settings say it as well, and go on saying it.
            Err(error) => tracing::warn!("that the user must sign in again could not be shown: {error:#}"),
        }
    });
}

async fn answered(address: &str, markup: bool) -> anyhow::Result<Answer> {
    let answers = Answers::listen(&Connection::session().await?).await?;
    let body = say_with("sign-in-alert-body", &[("address", address.into())]);
    let body = if markup { escaped(&body) } else { body };
    let handle = Notification::new()
        .appname("Astray")
        .summary(&say("sign-in-alert-title"))
        .body(&body)
        .icon("astray")
        .hint(Hint::DesktopEntry("astray".to_owned()))
        .hint(Hint::Category("email".to_owned()))
        .timeout(Timeout::Never)
        .action("default", &say("sign-in-again"))
        .action(Answer::REVIEW, &say("sign-in-again"))
        .show_async()
        .await?;
    Ok(answers.to(handle).await)
}
