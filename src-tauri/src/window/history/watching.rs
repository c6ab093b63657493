//! How the watch stands, for the history's bar.

use std::path::Path;

use casebook::{Casebook, WatchRow, WatchState, WelcomeStep};
use tauri::State;

use crate::{
    channel::{AgentStatus, Request},
    window::{
        Office,
        error::CommandError,
        view::{TroubleAction, TroubleView, WatchStateView, WatchView},
    },
    wording::{say, say_with},
};

/// How the watch stands, and what hinders it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn watching(office: State<'_, Office>) -> Result<WatchView, CommandError> {
    let agent = office.agent(Request::Status).await;
    office.desk(move |casebook| watch_of(casebook, agent)).await
}

/// Looks at every mailbox at once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn check_now(office: State<'_, Office>) -> Result<(), CommandError> {
    let _status = office.agent(Request::CheckNow).await;
    Ok(())
}

fn watch_of(casebook: &Casebook, agent: Option<AgentStatus>) -> Result<WatchView, casebook::Error> {
    let notes = casebook.watch_notes()?;
    let mut troubles: Vec<TroubleView> = notes.iter().filter_map(account_trouble).collect();
    troubles.extend(casebook.damaged().last().map(|file| damaged(file)));
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
    let is_watched =
        |note: &&WatchRow| !away && note.state != WatchState::Trouble && note.sent_mailbox.is_some();
    Ok(WatchView {
        state,
        mailboxes: u32::try_from(notes.iter().filter(is_watched).count()).unwrap_or(u32::MAX),
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
        is_in_welcome: casebook.welcome()? != WelcomeStep::Done,
    })
}

/// A record that was put aside is never passed over in silence: what was decided since the last copy is not in the new one.
fn damaged(file: &Path) -> TroubleView {
    let file = file.display().to_string();
    plain_trouble(
        say("trouble-damaged"),
        say("trouble-damaged-now"),
        say_with("trouble-damaged-hint", &[("file", file.into())]),
    )
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

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_record_that_was_put_aside_is_told_until_its_file_is_gone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("casebook.db");
        fs::write(&path, [0x5a; 9000]).unwrap();
        let casebook = Casebook::open(&path).unwrap();
        let file = folder.path().join("casebook.db.damaged-1");
        let told = |casebook| {
            let view = watch_of(casebook, Some(AgentStatus::default())).unwrap();
            view.troubles
                .into_iter()
                .map(|trouble| trouble.hint)
                .collect::<Vec<_>>()
        };
        let hints = told(&casebook);
        assert!(
            matches!(&hints[..], [hint] if hint.contains(&file.display().to_string())),
            "{hints:?}"
        );
        fs::remove_file(&file).unwrap();
        assert_eq!(told(&casebook), Vec::<String>::new());
    }
}
