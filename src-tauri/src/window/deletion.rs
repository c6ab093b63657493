//! Commands that delete what Astray keeps: old records, or everything.

use std::{path::Path, thread, time::Duration};

use casebook::{AccountRow, Casebook};
use message::Timestamp;
use oauth::SignIns;
use paths::Paths;
use tauri::State;

use super::{
    Office, account_secret::forget_now, all_settings, away, error::CommandError, settings_view::SettingsView,
};
use crate::{autostart, channel::Request};

/// Tries while another part of Astray reads what is to be overwritten.
const TRIES: u32 = 20;

const MILLIS_OF_DAY: i64 = 24 * 60 * 60 * 1000;

/// How long between them.
const PAUSE: Duration = Duration::from_millis(100);

/// Deletes the records of all incidents in which nothing happened for so many days, and says how many there were.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_older(office: State<'_, Office>, days: u32) -> Result<u32, CommandError> {
    let deleted = office
        .desk(move |casebook| {
            let now = watch::now();
            let age = i64::from(days).saturating_mul(MILLIS_OF_DAY);
            let before = Timestamp::from_millis(now.millis().saturating_sub(age));
            let there_were = casebook.incidents()?;
            patiently(casebook, |casebook| casebook.delete_before(before, now).map(drop))?;
            Ok(there_were.saturating_sub(casebook.incidents()?))
        })
        .await?;
    let _status = office.agent(Request::Decided).await;
    Ok(u32::try_from(deleted).unwrap_or(u32::MAX))
}

/// Deletes all that Astray keeps of this user: accounts and what they sign in with, records, choices, logs, the start at sign-in.
#[tauri::command]
#[specta::specta]
pub(crate) async fn delete_everything(office: State<'_, Office>) -> Result<SettingsView, CommandError> {
    let accounts = office.desk(|casebook| casebook.accounts()).await?;
    office
        .desk(|casebook| patiently(casebook, |casebook| casebook.delete_everything(watch::now())))
        .await?;
    let (paths, sign_ins) = (office.paths.clone(), office.sign_ins.clone());
    away(move || files_and_secrets(&paths, &sign_ins, &accounts)).await?;
    let _status = office.agent(Request::AccountsChanged).await;
    let _status = office.agent(Request::PreferencesChanged).await;
    all_settings::read(&office).await
}

/// Does `work` again while another process reads the casebook.
fn patiently(
    casebook: &mut Casebook,
    mut work: impl FnMut(&mut Casebook) -> Result<(), casebook::Error>,
) -> Result<(), casebook::Error> {
    for _ in 1..TRIES {
        match work(casebook) {
            Err(casebook::Error::Busy) => thread::sleep(PAUSE),
            done => return done,
        }
    }
    work(casebook)
}

/// What lies outside the casebook. What cannot be removed is logged: the casebook, which matters most, is empty by then.
fn files_and_secrets(paths: &Paths, sign_ins: &SignIns, accounts: &[AccountRow]) {
    for account in accounts {
        forget_now(sign_ins, &account.account);
    }
    remove(&paths.preferences_path());
    if let Err(error) = autostart::set(&paths.autostart_path(), false) {
        tracing::warn!("the start at sign-in could not be undone: {error}");
    }
    let logs = std::fs::read_dir(paths.log_dir()).into_iter().flatten().flatten();
    for log in logs
        .map(|file| file.path())
        .filter(|path| path.extension().is_some_and(|end| end == "log"))
    {
        remove(&log);
    }
}

fn remove(path: &Path) {
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            tracing::warn!("a file could not be removed: {error}");
        }
        Ok(()) | Err(_) => {}
    }
}
