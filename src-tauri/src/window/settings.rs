//! Commands of the place `settings` that concern accounts.

use std::path::PathBuf;

use casebook::{AccountId, AccountRow, Casebook, NewAccount, SignIn, WatchRow, WatchState};
use mailbox::{Account, Host, Limits, MailboxName, Security, UserName};
use message::{Address, Timestamp};
use tauri::State;

use super::{
    Office,
    account_secret::{Kept, forget, forget_as_it_was, secret},
    all_settings::read,
    away,
    error::{CommandError, ErrorCode},
    settings_view::{
        AccountInput, AccountStateView, AccountTest, AccountView, Keep, SecurityView, SettingsView,
    },
};
use crate::{
    channel::{AgentStatus, Request},
    wording::{errors, say},
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
    let secret = secret(&office, id, &wanted, input.password).await?;
    let found = away(move || mailbox::probe(&wanted.account, &secret, &Limits::default())).await??;
    Ok(AccountTest {
        sent_mailbox: found.sent.shown(),
        messages: found.messages,
        idle: found.waiting == mailbox::Waiting::Idle,
        others: found.others.iter().map(MailboxName::decoded).collect(),
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
    let (wanted, also_watch) = (wanted(&input)?, also_watch(&input)?);
    let before = match id {
        Some(id) => Some(account(&office, id).await?),
        None => None,
    };
    let kept = Kept::find(&office, id, &wanted, input.password).await?;
    kept.save(&office, &wanted.account, keep).await?;
    let (new, names) = (wanted.clone(), also_watch);
    let saved = office
        .desk(move |casebook| {
            let id = match id {
                Some(id) => {
                    casebook.change_account(id.into(), &new, watch::now())?;
                    AccountId::from(id)
                }
                None => casebook.add_account(&new, watch::now())?,
            };
            casebook.also_watch(id, &names).map(|()| id)
        })
        .await?;
    kept.hold(&office, saved, &wanted.account, keep).await?;
    office.sign_in_desk.done();
    if let Some(before) = before.filter(|before| before.sign_in != wanted.sign_in) {
        forget_as_it_was(&office, before).await?;
    }
    let _status = office.agent(Request::AccountsChanged).await;
    read(&office).await
}

/// Stops watching an account and forgets its password or sign-in. Its incidents stay.
#[tauri::command]
#[specta::specta]
pub(crate) async fn remove_account(office: State<'_, Office>, id: i64) -> Result<SettingsView, CommandError> {
    let row = account(&office, id).await?;
    office
        .desk(move |casebook| casebook.remove_account(id.into(), watch::now()))
        .await?;
    forget(&office, row.account).await?;
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
        id,
        address,
        account,
        sign_in,
        also_watch,
        ..
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
        provider: Some(sign_in.provider().to_owned()).filter(|name| !name.is_empty()),
        must_sign_in: note.must_sign_in,
        also_watch,
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
    let address = Address::parse(&input.address).map_err(|error| {
        CommandError::field("address", errors::address(&error), say("error-bad-address-hint"))
    })?;
    let host = Host::parse(&input.host)
        .map_err(|error| CommandError::field("host", errors::account(&error), say("error-bad-host-hint")))?;
    let port = u16::try_from(input.port)
        .ok()
        .filter(|&port| port > 0)
        .ok_or_else(|| CommandError::field("port", say("error-bad-port"), say("error-bad-port-hint")))?;
    let user = UserName::parse(&input.user)
        .map_err(|error| CommandError::field("user", errors::account(&error), say("error-bad-user-hint")))?;
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
        sign_in: input.provider.clone().map_or(SignIn::Password, SignIn::Provider),
    })
}

fn also_watch(input: &AccountInput) -> Result<Vec<String>, CommandError> {
    let name = |text: &String| {
        MailboxName::parse(text)
            .map(|name| name.decoded())
            .map_err(|error| {
                CommandError::field(
                    "alsoWatch",
                    errors::account(&error),
                    say("error-bad-mailbox-hint"),
                )
            })
    };
    input.also_watch.iter().map(name).collect()
}

pub(super) async fn account(office: &Office, id: i64) -> Result<AccountRow, CommandError> {
    let found = office.desk(move |casebook| casebook.account(id.into())).await?;
    found.ok_or_else(CommandError::no_account)
}

pub(super) fn agent_away() -> CommandError {
    CommandError {
        code: ErrorCode::Failed,
        message: say("error-agent-away"),
        hint: say("error-agent-away-hint"),
        field: None,
    }
}
