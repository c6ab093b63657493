//! Commands of the place `settings` that concern accounts.

use std::path::PathBuf;

use casebook::{AccountId, AccountRow, Casebook, NewAccount, WatchRow, WatchState};
use mailbox::{Account, Host, Limits, Password, Security, UserName};
use message::{Address, Timestamp};
use secrecy::{ExposeSecret, SecretString, zeroize::Zeroizing};
use tauri::State;

use super::{
    Office,
    all_settings::read,
    away,
    error::{CommandError, ErrorCode},
    settings_view::{
        AccountInput, AccountStateView, AccountTest, AccountView, Keep, SecurityView, SettingsView,
    },
};
use crate::{
    channel::{AgentStatus, Request},
    wording::say,
};

/// The settings as they are.
#[tauri::command]
#[specta::specta]
pub(crate) async fn settings(office: State<'_, Office>) -> Result<SettingsView, CommandError> {
    read(&office).await
}

/// Signs in with what the form says and looks for the Sent mailbox. Nothing is kept.
#[tauri::command]
#[specta::specta]
pub(crate) async fn test_account(
    office: State<'_, Office>,
    id: Option<i64>,
    input: AccountInput,
) -> Result<AccountTest, CommandError> {
    let wanted = wanted(&input)?;
    let password = password(&office, id, &wanted, input.password).await?;
    let found = away(move || mailbox::probe(&wanted.account, &Password::from(password), &Limits::default()))
        .await??;
    Ok(AccountTest {
        sent_mailbox: found.sent.shown(),
        messages: found.messages,
        idle: found.waiting == mailbox::Waiting::Idle,
    })
}

/// Saves an account and its password, and has the agent watch it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn save_account(
    office: State<'_, Office>,
    id: Option<i64>,
    input: AccountInput,
    keep: Keep,
) -> Result<SettingsView, CommandError> {
    let wanted = wanted(&input)?;
    let key = key_of(&wanted.account);
    let password = match (&input.password, id) {
        // A new server or user name has no password in the keyring yet: the one that is kept moves along.
        (None, Some(_)) => Some(password(&office, id, &wanted, None).await?),
        (None, None) => return Err(password_missing()),
        (Some(password), _) if password.is_empty() => return Err(password_missing()),
        (Some(password), _) => Some(SecretString::from(password.clone())),
    };
    if let (Keep::Keyring, Some(password)) = (keep, &password) {
        let kept = password.clone();
        away(move || credentials::Keyring::default().save(&key, &kept)).await??;
    }
    let saved = office
        .desk(move |casebook| match id {
            Some(id) => casebook
                .change_account(id.into(), &wanted, watch::now())
                .map(|()| AccountId::from(id)),
            None => casebook.add_account(&wanted, watch::now()),
        })
        .await?;
    if let (Keep::ThisRunOnly, Some(password)) = (keep, password) {
        let request = Request::HoldPassword {
            account: saved.value(),
            password: Zeroizing::new(password.expose_secret().to_owned()),
        };
        office.agent(request).await.ok_or_else(agent_away)?;
    }
    let _status = office.agent(Request::AccountsChanged).await;
    read(&office).await
}

/// Stops watching an account and forgets its password. Its incidents stay.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_account(office: State<'_, Office>, id: i64) -> Result<SettingsView, CommandError> {
    let row = account(&office, id).await?;
    office
        .desk(move |casebook| casebook.remove_account(id.into(), watch::now()))
        .await?;
    let forgotten = away(move || credentials::Keyring::default().forget(&key_of(&row.account))).await?;
    if let Err(error) = forgotten {
        tracing::warn!("a password could not be taken from the keyring: {error}");
    }
    let _status = office.agent(Request::AccountsChanged).await;
    read(&office).await
}

/// The accounts with how their watch stands.
pub(super) fn accounts(
    casebook: &Casebook,
    agent: Option<&AgentStatus>,
) -> Result<Vec<AccountView>, casebook::Error> {
    let notes = casebook.watch_notes()?;
    Ok(notes.into_iter().map(|note| account_view(note, agent)).collect())
}

fn account_view(note: WatchRow, agent: Option<&AgentStatus>) -> AccountView {
    let state = match (agent, note.state) {
        (Some(agent), _) if agent.paused => AccountStateView::Paused,
        (None, _) | (_, WatchState::Trouble) => AccountStateView::Trouble,
        (Some(_), WatchState::Watching) => AccountStateView::Watching,
        (Some(_), WatchState::Connecting) => AccountStateView::Connecting,
    };
    let detail = match (&note.trouble, agent) {
        (Some((message, _)), _) => message.clone(),
        (None, None) => say("trouble-agent-away"),
        (None, Some(_)) => String::new(),
    };
    let AccountRow {
        id, address, account, ..
    } = note.account;
    AccountView {
        id: id.value(),
        address: address.shown(),
        host: account.host.to_string(),
        port: account.port,
        security: match account.security {
            Security::ImplicitTls => SecurityView::Implicit,
            Security::StartTls => SecurityView::Starttls,
        },
        user: account.user.to_string(),
        ca_path: account.ca_path.map(|path| path.display().to_string()),
        state,
        detail,
        sent_mailbox: note.sent_mailbox,
        last_checked_at: note.last_checked_at.map(Timestamp::millis),
        checked: count(note.checked),
        unread_messages: count(note.unchecked.messages),
        unread_recipients: count(note.unchecked.recipients),
        vanished: count(note.vanished),
    }
}

/// A count as the window's language has it.
fn count(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// The form as checked values; the first field at fault otherwise.
fn wanted(input: &AccountInput) -> Result<NewAccount, CommandError> {
    let address = Address::parse(&input.address)
        .map_err(|error| CommandError::field("address", error.to_string(), say("error-bad-address-hint")))?;
    let host = Host::parse(&input.host)
        .map_err(|error| CommandError::field("host", error.to_string(), say("error-bad-host-hint")))?;
    let port = u16::try_from(input.port)
        .ok()
        .filter(|&port| port > 0)
        .ok_or_else(|| CommandError::field("port", say("error-bad-port"), say("error-bad-port-hint")))?;
    let user = UserName::parse(&input.user)
        .map_err(|error| CommandError::field("user", error.to_string(), say("error-bad-user-hint")))?;
    let security = match input.security {
        SecurityView::Implicit => Security::ImplicitTls,
        SecurityView::Starttls => Security::StartTls,
    };
    let ca_path = input
        .ca_path
        .as_deref()
        .map(str::trim)
        .filter(|path| !path.is_empty())
        .map(PathBuf::from);
    Ok(NewAccount {
        address,
        account: Account {
            host,
            port,
            security,
            user,
            ca_path,
        },
    })
}

/// The password of the form, or the one that is kept for the account.
async fn password(
    office: &Office,
    id: Option<i64>,
    wanted: &NewAccount,
    typed: Option<String>,
) -> Result<SecretString, CommandError> {
    if let Some(typed) = typed.filter(|typed| !typed.is_empty()) {
        return Ok(SecretString::from(typed));
    }
    let kept_for = match id {
        Some(id) => account(office, id).await?.account,
        None => wanted.account.clone(),
    };
    let found = away(move || credentials::Keyring::default().load(&key_of(&kept_for))).await??;
    found.ok_or_else(password_missing)
}

async fn account(office: &Office, id: i64) -> Result<AccountRow, CommandError> {
    let found = office.desk(move |casebook| casebook.account(id.into())).await?;
    found.ok_or_else(CommandError::no_account)
}

fn key_of(account: &Account) -> credentials::Key {
    credentials::key(&account.user.to_string(), &account.host.to_string(), account.port)
}

fn password_missing() -> CommandError {
    CommandError::field(
        "password",
        say("error-password-missing"),
        say("error-password-missing-hint"),
    )
}

fn agent_away() -> CommandError {
    CommandError {
        code: ErrorCode::Failed,
        message: say("error-agent-away"),
        hint: say("error-agent-away-hint"),
        field: None,
    }
}
