//! Signing in on a provider's page from the command line, and what every account signs in with.

use anyhow::Result;
use casebook::{AccountRow, SignIn};
use credentials::Keyring;
use mailbox::{Account, NextMove, Password, Secret, Token};
use message::Address;
use oauth::{Cancel, Grant, SignIns, Wanted, Web};
use paths::Paths;
use watch::{Attempt, SecretProblem};

use crate::{
    account::{key_of, keyring_hint},
    failure::hinted,
    output::Output,
};

/// What the browser shows at the end.
const WORDS: &str = "Astray has its answer. You can close this page.";

/// The sign-ins with the providers of this user's policy and preferences.
pub(crate) fn sign_ins(paths: &Paths) -> SignIns {
    SignIns::new(paths.policy_path(), paths.preferences_path(), Web::default())
}

/// Has the user sign in, by the browser of this computer or by a code, and tries nothing out.
pub(crate) fn grant(
    sign_ins: &SignIns,
    provider: &str,
    (account, address): (&Account, &Address),
    by_code: bool,
    out: &mut Output,
) -> Result<Grant> {
    let provider = sign_ins.provider(provider).map_err(advised)?;
    if !provider.serves(&account.host) {
        return Err(advised(oauth::Error::ForeignServer {
            provider: provider.name().to_owned(),
            host: account.host.clone(),
        }));
    }
    let cancel = Cancel::default();
    let mut printed = Ok(());
    let granted = if by_code {
        oauth::by_code(&provider, sign_ins.web(), &cancel, |code| {
            let line = format_args!("Open {} and enter the code {}", code.page, code.code).to_string();
            printed = out.line(line).and_then(|()| out.flush());
        })
    } else {
        let address = address.to_string();
        oauth::by_page(&provider, &address, WORDS, sign_ins.web(), &cancel, |page| {
            printed = out
                .line(format_args!(
                    "Sign in on this page, which should open by itself:\n{page}"
                ))
                .and_then(|()| out.flush());
            // The page is printed: whoever has no browser here may have one elsewhere that reaches this computer.
            if let Err(error) = oauth::open(page) {
                tracing::warn!("no browser could be opened: {error}");
            }
            Ok(())
        })
    };
    printed?;
    granted.map_err(advised)
}

/// An error of a sign-in with its hint.
pub(crate) fn advised(error: oauth::Error) -> anyhow::Error {
    let hint = error.hint();
    hinted(error, hint)
}

/// What an account signs in with: its password from the keyring, or a token from its provider.
pub(crate) fn secret(
    keyring: &Keyring,
    sign_ins: &SignIns,
    row: &AccountRow,
    attempt: Attempt,
) -> Result<Secret, SecretProblem> {
    match &row.sign_in {
        SignIn::Password => password(keyring, row).map(Secret::from),
        SignIn::Provider(provider) => token(sign_ins, row, provider, attempt),
    }
}

fn password(keyring: &Keyring, row: &AccountRow) -> Result<Password, SecretProblem> {
    match keyring.load(&key_of(&row.account)) {
        Ok(Some(password)) => Ok(Password::from(password)),
        Ok(None) => Err(SecretProblem::new(
            "its password is not in the keyring".into(),
            "give it in Astray's settings, or remove the account and add it anew with astray-cli account"
                .into(),
        )),
        Err(error) => Err(SecretProblem::new(error.to_string(), keyring_hint(&error))),
    }
}

fn token(
    sign_ins: &SignIns,
    row: &AccountRow,
    provider: &str,
    attempt: Attempt,
) -> Result<Secret, SecretProblem> {
    let wanted = match attempt {
        Attempt::First => Wanted::Valid,
        Attempt::AfterRefusal => Wanted::Fresh,
    };
    let problem = |error: oauth::Error| SecretProblem {
        next: match error.may_pass() {
            true => NextMove::Retry,
            false => NextMove::AskUser,
        },
        must_sign_in: error.must_sign_in(),
        ..SecretProblem::new(error.to_string(), hint(&error, row))
    };
    let token = sign_ins
        .access_token(&row.account, provider, wanted, watch::now())
        .map_err(problem)?;
    Token::new(token).map(Secret::from).ok_or_else(|| {
        SecretProblem::new(
            format!("{provider} gave a token that cannot be sent"),
            "tell whoever looks after the sign-in".into(),
        )
    })
}

fn hint(error: &oauth::Error, row: &AccountRow) -> String {
    match error.must_sign_in() {
        true => format!(
            "sign in again with astray-cli account sign-in {}, or in Astray's settings",
            row.id.value()
        ),
        false => error.hint(),
    }
}
