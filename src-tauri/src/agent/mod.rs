//! The agent: tray, alerts and the running watch. It never makes a web view.
//!
//! Every happening comes as a [`Tick`] through one channel to the one [`Controller`], which runs on tokio; the tray is drawn on the
//! main thread, the watch and the channel to other processes have threads of their own.

mod alert;
mod answers;
mod bulletins;
mod controller;
mod do_not_disturb;
mod kept;
mod local_time;
mod menu;
mod notifier;
mod offered;
mod place;
mod secrets;
mod session_bus;
mod sign_in_notice;
mod status;
mod system_bus;
mod tick;
mod tray;
mod troubles;
mod window_process;
mod wishes;

use std::{fs::File, sync::Arc};

use anyhow::Context as _;
use casebook::{Alert, Casebook, IncidentId, WelcomeStep};
use oauth::{SignIns, Web};
use paths::Paths;
use policy::Policy;
use tauri::{AppHandle, RunEvent};
use tokio::sync::mpsc::unbounded_channel;
use watch::{Judging, Whose};

pub(crate) use window_process::FRUGAL;

use crate::{
    channel::{self, AgentStatus, Request},
    role::{Route, Start},
    wording::{errors, files},
};
use controller::Controller;
use kept::Kept;
use tick::Tick;

/// How the watch says what hinders it.
const WORDS: watch::Words = watch::Words {
    mailbox: errors::mailbox,
    casebook: files::casebook,
    policy: files::policy,
    locked_out: errors::locked_out,
};

/// Whether the organisation wants the agent to start whenever a user signs in.
pub(crate) fn is_wanted_at_sign_in(paths: &Paths) -> bool {
    Policy::read(&paths.policy_path()).is_ok_and(|policy| policy.autostart == Some(true))
}

/// Runs the agent until the user quits; hands over to the one that runs already, if one does.
///
/// # Errors
/// Where the user's folders, the casebook or the desktop cannot be used.
pub(crate) fn run(paths: &Paths, start: Start) -> anyhow::Result<()> {
    let Some(_lock) = only_one(paths)? else {
        return hand_over(paths, start);
    };
    let casebook = Casebook::open(&paths.casebook_path()).context("the casebook cannot be opened")?;
    let first = match casebook.welcome()? {
        WelcomeStep::Done => Route::History,
        WelcomeStep::About | WelcomeStep::Account | WelcomeStep::Look | WelcomeStep::Alert => Route::Welcome,
    };
    let standing = standing(paths, &casebook)?;
    let (ticks, received) = unbounded_channel();

    let app = tauri::Builder::default()
        .build(tauri::generate_context!())
        .context("the desktop cannot be used")?;
    let outputs = ticks.clone();
    let judging = Judging {
        policy_path: paths.policy_path(),
        preferences_path: paths.preferences_path(),
    };
    let sign_ins = Arc::new(SignIns::new(
        paths.policy_path(),
        paths.preferences_path(),
        Web::default(),
    ));
    let watch = watch::start_with_words(
        WORDS,
        (casebook, Whose::All),
        judging,
        secrets::found_by(sign_ins.clone()),
        mailbox::Limits::default(),
        move |output| {
            let _agent_ended = outputs.send(Tick::Watch(output));
        },
    )?;

    let controller = Controller::new(
        app.handle().clone(),
        watch.inbox().clone(),
        sign_ins,
        ticks.clone(),
        (paths, standing),
    );
    let listener =
        channel::listen(&paths.channel_path()).context("the channel to the window cannot be opened")?;
    let requests = ticks.clone();
    std::thread::Builder::new()
        .name("channel".into())
        .spawn(move || {
            channel::serve(&listener, |request| tick::ask(&requests, request));
        })?;
    if let Some(route) = start.opens(first) {
        let _fresh = ticks.send(Tick::Show(route));
    }
    stop_on_signals(&ticks);
    tauri::async_runtime::spawn(controller.run(received));
    app.run(|_: &AppHandle, event| {
        // Without a window Tauri would end; only Quit ends the agent, and that brings a code.
        if let RunEvent::ExitRequested { api, code: None, .. } = event {
            api.prevent_exit();
        }
    });
    drop(watch);
    Ok(())
}

/// The notifications that stand since the last run, with the alerts of theirs that still wait for the user.
fn standing(paths: &Paths, casebook: &Casebook) -> Result<Vec<(Kept, Vec<Alert>)>, casebook::Error> {
    let kept = kept::read(&paths.notifications_path());
    let with_alerts = |kept: Kept| {
        let incidents: Vec<IncidentId> = kept.incidents.iter().copied().map(Into::into).collect();
        Ok((kept, casebook.waiting_alerts(&incidents)?))
    };
    kept.into_iter().map(with_alerts).collect()
}

/// Takes the lock that the agent holds while it lives; none when another process has it.
fn only_one(paths: &Paths) -> anyhow::Result<Option<File>> {
    let path = paths.lock_path();
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(&path)
        .with_context(|| format!("{} cannot be opened", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(std::fs::TryLockError::WouldBlock) => Ok(None),
        Err(std::fs::TryLockError::Error(error)) => {
            Err(error).with_context(|| format!("{} cannot be locked", path.display()))
        }
    }
}

fn hand_over(paths: &Paths, start: Start) -> anyhow::Result<()> {
    let request = match start.opens(Route::History) {
        Some(route) => Request::Open(route.to_string()),
        None => Request::Status,
    };
    let answered = channel::ask(&paths.channel_path(), &request);
    answered
        .map(|_: AgentStatus| ())
        .context("Astray runs already, but does not answer; sign out and in again to end it")
}

/// Ends the agent as Quit does when the session ends, a terminal says so or is closed.
fn stop_on_signals(ticks: &tokio::sync::mpsc::UnboundedSender<Tick>) {
    let ticks = ticks.clone();
    tauri::async_runtime::spawn(async move {
        use tokio::signal::unix::{SignalKind, signal};
        let kinds = [
            SignalKind::terminate(),
            SignalKind::interrupt(),
            SignalKind::hangup(),
        ];
        let [Ok(mut terminate), Ok(mut interrupt), Ok(mut hang_up)] = kinds.map(signal) else {
            tracing::warn!("the end of the session cannot be noticed");
            return;
        };
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
            _ = hang_up.recv() => {}
        }
        let _ended = ticks.send(Tick::Quit);
    });
}
