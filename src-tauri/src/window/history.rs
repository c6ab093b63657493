//! Commands of the place `history`.

use tauri::State;

use super::{
    Office,
    error::CommandError,
    view::{AddressPair, HistoryRow, HistoryView, TroubleAction, TroubleView, WatchStateView, WatchView},
};
use crate::{
    channel::{AgentStatus, Request},
    wording::say,
};
use casebook::{Casebook, HistoryItem, WatchRow, WatchState};

/// Rows that the history shows at most; a search finds the rest.
const MOST: u32 = 10_000;

/// The history: the incidents that match `search`, and how the watch stands.
#[tauri::command]
#[specta::specta]
pub(crate) async fn history(office: State<'_, Office>, search: String) -> Result<HistoryView, CommandError> {
    let agent = office.agent(Request::Status).await;
    office
        .desk(move |casebook| {
            let rows = casebook.history(&search, MOST)?.iter().map(row_of).collect();
            let needs_you = u32::try_from(casebook.needs_you()?).unwrap_or(u32::MAX);
            Ok(HistoryView {
                rows,
                needs_you,
                watch: watch_of(casebook, agent)?,
            })
        })
        .await
}

/// Looks at every mailbox at once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_now(office: State<'_, Office>) -> Result<(), CommandError> {
    let _status = office.agent(Request::CheckNow).await;
    Ok(())
}

pub(super) fn row_of(item: &HistoryItem) -> HistoryRow {
    HistoryRow {
        id: item.id.value(),
        address: AddressPair::new(&item.address, &item.lookalike_of),
        more: item.more,
        subject: item.subject.shown(),
        sent_at: item.sent_at.millis(),
        state: item.state.into(),
        severity: item.severity.into(),
    }
}

fn watch_of(casebook: &Casebook, agent: Option<AgentStatus>) -> Result<WatchView, casebook::Error> {
    let notes = casebook.watch_notes()?;
    let mut troubles: Vec<TroubleView> = notes.iter().filter_map(account_trouble).collect();
    let away = agent.is_none();
    let agent = agent.unwrap_or_default();
    if away {
        troubles.insert(
            0,
            plain_trouble(
                say("trouble-not-running"),
                say("trouble-agent-away"),
                say("trouble-agent-away-hint"),
            ),
        );
    }
    troubles.extend(
        agent
            .troubles
            .into_iter()
            .map(|trouble| plain_trouble(trouble.subject, trouble.message, trouble.hint)),
    );
    let state = if notes.is_empty() {
        WatchStateView::NoAccount
    } else if agent.paused {
        WatchStateView::Paused
    } else if away || notes.iter().any(|note| note.state == WatchState::Trouble) {
        WatchStateView::CannotWatch
    } else {
        WatchStateView::Watching
    };
    Ok(WatchView {
        state,
        mailboxes: u32::try_from(notes.iter().filter(|note| note.sent_mailbox.is_some()).count())
            .unwrap_or(u32::MAX),
        since: notes
            .iter()
            .filter_map(|note| note.since)
            .min()
            .map(message::Timestamp::millis),
        checked: u32::try_from(notes.iter().map(|note| note.checked).sum::<u64>()).unwrap_or(u32::MAX),
        last_checked_at: notes
            .iter()
            .filter_map(|note| note.last_checked_at)
            .max()
            .map(message::Timestamp::millis),
        troubles,
    })
}

fn account_trouble(note: &WatchRow) -> Option<TroubleView> {
    let (message, hint) = note.trouble.clone()?;
    let id = Some(note.account.id.value());
    Some(TroubleView {
        subject: note.account.address.shown(),
        message,
        hint,
        action: TroubleAction::EditAccount,
        account_id: id,
    })
}

const fn plain_trouble(subject: String, message: String, hint: String) -> TroubleView {
    TroubleView {
        subject,
        message,
        hint,
        action: TroubleAction::None,
        account_id: None,
    }
}
