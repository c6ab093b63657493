//! Commands for signing in on a provider's page, from the form of an account or from its card.

use std::sync::{Mutex, PoisonError};

use casebook::SignIn;
use mailbox::{Account, Host};
use message::Address;
use oauth::{Cancel, Grant};
use policy::{Client, Policy, Preferences};
use secrecy::{ExposeSecret as _, SecretString, zeroize::Zeroizing};
use serde::Serialize;
use specta::Type;
use tauri::{AppHandle, State};

use super::{
    Office,
    all_settings::read,
    away,
    error::CommandError,
    say as tell,
    settings::account,
    settings_view::{Keep, SettingsView},
};
use crate::{
    channel::{HeldToken, Request},
    wording::{errors, say, say_with},
};

/// What the window's process keeps of sign-ins: the one that is under way, and what came of the last, until its account is saved.
#[derive(Default)]
pub(crate) struct SignInDesk {
    under_way: Mutex<Option<Cancel>>,
    granted: Mutex<Option<(String, Grant)>>,
}

/// How one can sign in to a mail server on its provider's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SignInOffer {
    /// The provider's name.
    pub(crate) provider: String,
    /// Whether Astray is registered there.
    pub(crate) has_client: bool,
    /// Whether one can sign in by a code on another device.
    pub(crate) by_code: bool,
}

/// The code that the user enters on another device, and the page to enter it on.
#[derive(Clone, Debug, Serialize, Type, tauri_specta::Event)]
pub(crate) struct SignInCode {
    /// The page's address.
    page: String,
    /// The code.
    code: String,
}

/// How one can sign in to this server on a page; none where it belongs to no provider that Astray knows.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sign_in_offer(
    office: State<'_, Office>,
    host: String,
) -> Result<Option<SignInOffer>, CommandError> {
    let Ok(host) = Host::parse(&host) else {
        return Ok(None);
    };
    let sign_ins = office.sign_ins.clone();
    let provider = away(move || sign_ins.provider_of(&host)).await??;
    Ok(provider.map(|provider| SignInOffer {
        provider: provider.name().to_owned(),
        has_client: provider.has_client(),
        by_code: provider.has_code(),
    }))
}

/// Has the user sign in for a form that is not saved yet. What comes of it is kept until then, in memory.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sign_in(
    app: AppHandle,
    office: State<'_, Office>,
    provider: String,
    address: String,
    by_code: bool,
) -> Result<(), CommandError> {
    let address = Address::parse(&address).map_err(|error| {
        CommandError::field("address", errors::address(&error), say("error-bad-address-hint"))
    })?;
    let grant = granted(&app, &office, provider.clone(), address, by_code).await?;
    office.sign_in_desk.put(provider, grant);
    Ok(())
}

/// Has the user of an account sign in again, and the agent go on with it.
#[tauri::command]
#[specta::specta]
pub(crate) async fn sign_in_again(
    app: AppHandle,
    office: State<'_, Office>,
    id: i64,
    by_code: bool,
    keep: Keep,
) -> Result<SettingsView, CommandError> {
    let row = account(&office, id).await?;
    let SignIn::Provider(provider) = row.sign_in else {
        return Err(sign_in_missing());
    };
    // A grant that no keyring took is held now: the user need not sign in once more for that.
    let earlier = office.sign_in_desk.granted(&provider);
    let grant = match earlier.filter(|_| keep == Keep::ThisRunOnly) {
        Some(grant) => grant,
        None => granted(&app, &office, provider.clone(), row.address, by_code).await?,
    };
    office.sign_in_desk.put(provider, grant.clone());
    kept(&office, &row.account, &grant.refresh, keep).await?;
    office.sign_in_desk.done();
    office
        .desk(move |casebook| casebook.note_signed_in(id.into()))
        .await?;
    let _status = office.agent(Request::AccountsChanged).await;
    read(&office).await
}

/// Breaks off the sign-in that is under way.
#[tauri::command]
#[specta::specta]
#[expect(
    clippy::needless_pass_by_value,
    reason = "Tauri hands a command its state by value"
)]
pub(crate) fn cancel_sign_in(office: State<'_, Office>) {
    office.sign_in_desk.cancel();
}

/// Takes down under which name Astray is registered with a provider.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_client(
    office: State<'_, Office>,
    provider: String,
    client_id: String,
    client_secret: Option<String>,
) -> Result<(), CommandError> {
    let id = client_id.trim().to_owned();
    if id.is_empty() || !id.bytes().all(|octet| octet.is_ascii_graphic()) {
        return Err(CommandError::field(
            "clientId",
            say("error-client-missing"),
            say("error-client-missing-hint"),
        ));
    }
    let secret = client_secret.map(|secret| secret.trim().to_owned());
    let client = Client {
        id,
        secret: secret.filter(|secret| !secret.is_empty()),
    };
    let (policy_path, preferences_path) = (office.paths.policy_path(), office.paths.preferences_path());
    away(move || {
        let is_fixed = Policy::read(&policy_path)?
            .sign_in_providers
            .iter()
            .any(|fixed| fixed.name.eq_ignore_ascii_case(&provider));
        if is_fixed {
            let fixed = say_with(
                "error-client-fixed",
                &[("provider", message::shown(&provider).into())],
            );
            return Err(CommandError::field(
                "clientId",
                fixed,
                say("error-client-fixed-hint"),
            ));
        }
        let mut preferences = Preferences::read(&preferences_path)?;
        preferences
            .sign_in_clients
            .retain(|(of, _)| !of.eq_ignore_ascii_case(&provider));
        preferences.sign_in_clients.push((provider, client));
        Ok(preferences.write(&preferences_path)?)
    })
    .await?
}

impl SignInDesk {
    /// What came of the last sign-in, if it was with this provider.
    pub(crate) fn granted(&self, provider: &str) -> Option<Grant> {
        let granted = self.granted.lock().unwrap_or_else(PoisonError::into_inner);
        let (_, grant) = granted.as_ref().filter(|(of, _)| of == provider)?;
        Some(grant.clone())
    }

    /// What came of the last sign-in is in use now, and not kept here any more.
    pub(crate) fn done(&self) {
        *self.granted.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    /// Keeps what came of a sign-in.
    pub(crate) fn put(&self, provider: String, grant: Grant) {
        *self.granted.lock().unwrap_or_else(PoisonError::into_inner) = Some((provider, grant));
    }

    fn begin(&self) -> Option<Cancel> {
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        match *under_way {
            Some(_) => None,
            None => Some(under_way.insert(Cancel::default()).clone()),
        }
    }

    fn end(&self) {
        *self.under_way.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn cancel(&self) {
        let under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(cancel) = under_way.as_ref() {
            cancel.cancel();
        }
    }
}

/// Keeps a refresh token in the keyring, or has the agent hold it.
pub(super) async fn kept(
    office: &Office,
    account: &Account,
    refresh: &SecretString,
    keep: Keep,
) -> Result<(), CommandError> {
    match keep {
        Keep::Keyring => {
            let (sign_ins, account, refresh) = (office.sign_ins.clone(), account.clone(), refresh.clone());
            Ok(away(move || sign_ins.keep(&account, &refresh)).await??)
        }
        Keep::ThisRunOnly => {
            let request = Request::HoldToken(HeldToken {
                user: account.user.as_str().to_owned(),
                host: account.host.to_string(),
                port: account.port,
                token: Zeroizing::new(refresh.expose_secret().to_owned()),
            });
            let held = office.agent(request).await;
            held.map(drop).ok_or_else(super::settings::agent_away)
        }
    }
}

/// Nobody has signed in yet.
pub(super) fn sign_in_missing() -> CommandError {
    CommandError::field(
        "signIn",
        say("error-sign-in-missing"),
        say("error-sign-in-missing-hint"),
    )
}

async fn granted(
    app: &AppHandle,
    office: &Office,
    provider: String,
    address: Address,
    by_code: bool,
) -> Result<Grant, CommandError> {
    let cancel = office.sign_in_desk.begin().ok_or_else(|| {
        CommandError::field(
            "signIn",
            say("error-sign-in-under-way"),
            say("error-sign-in-under-way-hint"),
        )
    })?;
    let (sign_ins, app) = (office.sign_ins.clone(), app.clone());
    let ended = away(move || {
        let provider = sign_ins.provider(&provider)?;
        match by_code {
            true => oauth::by_code(&provider, sign_ins.web(), &cancel, |code| {
                let (page, code) = (code.page.to_string(), code.code);
                tell(&app, &SignInCode { page, code });
            }),
            false => oauth::by_page(
                &provider,
                &address.to_string(),
                &say("sign-in-page"),
                sign_ins.web(),
                &cancel,
                oauth::open,
            ),
        }
    })
    .await;
    office.sign_in_desk.end();
    Ok(ended??)
}
