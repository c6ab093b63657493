//! Commands of the place `welcome`.

use casebook::{AccountRow, Casebook, WatchRow, WelcomeStep};
use serde::{Deserialize, Serialize};
use specta::Type;
use tauri::State;

use super::{Office, error::CommandError, history::row_of, view::HistoryRow};
use crate::channel::{AgentStatus, Request};

/// Findings that are shown at most.
const MOST: u32 = 3;

/// The place `welcome`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct WelcomeView {
    /// The screen on which it goes on.
    pub(crate) step: WelcomeStepView,
    /// How the first account's mailbox is looked through; none where there is no account.
    pub(crate) look: Option<LookView>,
    /// What was found so far, the newest.
    pub(crate) findings: Vec<HistoryRow>,
    /// How many were found.
    pub(crate) found: u32,
}

/// How a mailbox is looked through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct LookView {
    /// The account's address.
    pub(crate) address: String,
    /// The mailbox for sent mail, once it is found.
    pub(crate) mailbox: Option<String>,
    /// How it stands.
    pub(crate) state: LookState,
    /// Messages looked at.
    pub(crate) done: u32,
    /// Messages that there are, as far as that is known.
    pub(crate) total: u32,
    /// What hinders it, and what to do.
    pub(crate) trouble: Option<(String, String)>,
}

/// How a look stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum LookState {
    /// The server is being asked.
    Connecting,
    /// Messages are being looked at.
    Looking,
    /// The user has stopped it.
    Stopped,
    /// It cannot go on.
    Trouble,
    /// All was looked at.
    Done,
}

/// The screens of the welcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum WelcomeStepView {
    /// What Astray does, and what it never does.
    About,
    /// The email address, and signing in.
    Account,
    /// The mailbox is looked through.
    Look,
    /// A test notification.
    Alert,
    /// All is done.
    Done,
}

/// Where the welcome goes on, and how the first look stands.
#[tauri::command]
#[specta::specta]
pub(crate) async fn welcome(office: State<'_, Office>) -> Result<WelcomeView, CommandError> {
    let agent = office.agent(Request::Status).await;
    office.desk(move |casebook| read(casebook, agent.as_ref())).await
}

/// Keeps the screen that the user is on.
#[tauri::command]
#[specta::specta]
pub(crate) async fn go_to_welcome(
    office: State<'_, Office>,
    step: WelcomeStepView,
) -> Result<(), CommandError> {
    office
        .desk(move |casebook| casebook.put_welcome(step.into()))
        .await
}

/// Stops the look for an hour, or goes on with it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn stop_look(office: State<'_, Office>, is_stopped: bool) -> Result<(), CommandError> {
    let request = if is_stopped {
        Request::Pause
    } else {
        Request::Resume
    };
    let _status = office.agent(request).await;
    Ok(())
}

fn read(casebook: &Casebook, agent: Option<&AgentStatus>) -> Result<WelcomeView, casebook::Error> {
    let notes = casebook.watch_notes()?;
    let look = notes
        .first()
        .map(|note| look_of(casebook, note, agent))
        .transpose()?;
    let now = watch::now();
    let findings = casebook.history("", MOST)?;
    Ok(WelcomeView {
        step: casebook.welcome()?.into(),
        look,
        findings: findings.iter().map(|item| row_of(item, now)).collect(),
        found: u32::try_from(notes.iter().map(|note| note.incidents).sum::<u64>()).unwrap_or(u32::MAX),
    })
}

fn look_of(
    casebook: &Casebook,
    note: &WatchRow,
    agent: Option<&AgentStatus>,
) -> Result<LookView, casebook::Error> {
    let AccountRow { id, address, .. } = &note.account;
    let look = casebook.look(*id)?;
    let judged = u32::try_from(note.checked.saturating_add(note.copies)).unwrap_or(u32::MAX);
    let state = if note.last_checked_at.is_some() {
        LookState::Done
    } else if agent.is_some_and(|agent| agent.paused) {
        LookState::Stopped
    } else if note.trouble.is_some() || agent.is_none() {
        LookState::Trouble
    } else if look.is_some() {
        LookState::Looking
    } else {
        LookState::Connecting
    };
    let found = look.as_ref().map(|look| message::shown(&look.mailbox));
    let counted = look.filter(|_| state != LookState::Done);
    Ok(LookView {
        address: address.shown(),
        mailbox: found.or_else(|| note.sent_mailbox.as_deref().map(message::shown)),
        state,
        done: counted.as_ref().map_or(judged, |look| look.done),
        total: counted.as_ref().map_or(judged, |look| look.total),
        trouble: note.trouble.clone().or_else(|| agent.is_none().then(away)),
    })
}

fn away() -> (String, String) {
    use crate::wording::say;
    (say("trouble-agent-away"), say("trouble-agent-away-hint"))
}

impl From<WelcomeStep> for WelcomeStepView {
    fn from(step: WelcomeStep) -> Self {
        match step {
            WelcomeStep::About => Self::About,
            WelcomeStep::Account => Self::Account,
            WelcomeStep::Look => Self::Look,
            WelcomeStep::Alert => Self::Alert,
            WelcomeStep::Done => Self::Done,
        }
    }
}

impl From<WelcomeStepView> for WelcomeStep {
    fn from(step: WelcomeStepView) -> Self {
        match step {
            WelcomeStepView::About => Self::About,
            WelcomeStepView::Account => Self::Account,
            WelcomeStepView::Look => Self::Look,
            WelcomeStepView::Alert => Self::Alert,
            WelcomeStepView::Done => Self::Done,
        }
    }
}
