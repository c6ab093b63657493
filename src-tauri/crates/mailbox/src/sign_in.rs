//! Signing in with a password. What is sent here is never logged, and no error holds it.

use std::cell::Cell;

use imap::{Authenticator, Client};

use crate::{
    Account, Doing, Error, Limits, Password, Said, bounds::Answer, cause, meaning::Meaning, wire::Wire,
};

/// A signed-in session of `imap` over our wire.
pub(crate) type Imap = imap::Session<Wire>;

/// Signs in: AUTHENTICATE PLAIN (RFC 4616) where it is offered, for it carries any character; else LOGIN, where it is allowed.
pub(crate) fn sign_in(
    wire: &Wire,
    account: &Account,
    password: &Password,
    limits: &Limits,
) -> Result<Imap, Error> {
    if !password.is_usable() {
        return Err(Error::UnusablePassword {
            user: account.user.clone(),
        });
    }
    let mut client = Client::new(wire.clone());
    wire.begin(limits.command_for, Answer::Lines);
    let offered = client
        .capabilities()
        .map_err(|error| cause::of_imap(&account.host, Doing::SigningIn, error))?;
    let has_plain = offered.has_str("AUTH=PLAIN");
    if !has_plain && offered.has_str("LOGINDISABLED") {
        return Err(Error::NoPasswordSignIn {
            host: account.host.clone(),
        });
    }
    wire.begin(limits.command_for, Answer::Lines);
    let signed_in = if has_plain {
        client.authenticate(
            "PLAIN",
            &Plain {
                account,
                password,
                is_first: Cell::new(true),
            },
        )
    } else {
        client.login(account.user.as_str(), password.reveal())
    };
    signed_in.map_err(|(error, _)| refusal(account, error))
}

fn refusal(account: &Account, error: imap::Error) -> Error {
    let (imap::Error::No(imap::error::No { information, .. })
    | imap::Error::Bad(imap::error::Bad { information, .. })) = &error
    else {
        return cause::of_imap(&account.host, Doing::SigningIn, error);
    };
    let said = Said::text(information);
    if matches!(said.meaning, Meaning::Passing(_)) {
        return Error::TurnedAway {
            host: account.host.clone(),
            said,
        };
    }
    Error::SignInRefused {
        host: account.host.clone(),
        user: account.user.clone(),
        said,
    }
}

struct Plain<'a> {
    account: &'a Account,
    password: &'a Password,
    is_first: Cell<bool>,
}

impl Authenticator for Plain<'_> {
    type Response = Vec<u8>;

    fn process(&self, _challenge: &[u8]) -> Vec<u8> {
        // A server that asks again gets no second copy.
        if !self.is_first.replace(false) {
            return Vec::new();
        }
        format!("\0{}\0{}", self.account.user.as_str(), self.password.reveal()).into_bytes()
    }
}
