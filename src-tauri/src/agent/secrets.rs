//! What accounts sign in with: the password in the keyring, or a token of the provider on whose page the user signed in.

use std::sync::Arc;

use casebook::{AccountRow, SignIn};
use mailbox::{NextMove, Password, Secret, Token};
use oauth::{SignIns, Wanted};
use watch::{Attempt, SecretProblem, Secrets};

use crate::wording::{errors, say};

/// Finds them in the keyring, and with the providers.
pub(super) fn found_by(sign_ins: Arc<SignIns>) -> Secrets {
    Arc::new(move |row, attempt| match &row.sign_in {
        SignIn::Password => password(row),
        SignIn::Provider(provider) => token(&sign_ins, row, provider, attempt),
    })
}

fn password(row: &AccountRow) -> Result<Secret, SecretProblem> {
    let key = credentials::key(
        &row.account.user.to_string(),
        &row.account.host.to_string(),
        row.account.port,
    );
    match credentials::Keyring::default().load(&key) {
        Ok(Some(secret)) => Ok(Password::from(secret).into()),
        Ok(None) => Err(SecretProblem::new(
            say("error-password-missing"),
            say("error-password-missing-hint"),
        )),
        Err(error) => Err(SecretProblem::of(errors::keyring(&error))),
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
    let token = sign_ins
        .access_token(&row.account, provider, wanted, watch::now())
        .map_err(|error| problem(&error))?;
    let unusable = || SecretProblem::new(say("error-bad-token"), say("error-bad-token-hint"));
    Token::new(token).map(Secret::from).ok_or_else(unusable)
}

fn problem(error: &oauth::Error) -> SecretProblem {
    tracing::warn!("no token could be had: {error}");
    SecretProblem {
        next: match error.may_pass() {
            true => NextMove::Retry,
            false => NextMove::AskUser,
        },
        must_sign_in: error.must_sign_in(),
        ..SecretProblem::of(errors::sign_in(error))
    }
}
