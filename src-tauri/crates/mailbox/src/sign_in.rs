//! Signing in with a password or a token. What is sent here is never logged, and no error holds it.

use imap::{Client, types::Capabilities};

use crate::{
    Account, Doing, Error, Limits, Password, Said, Secret, Token,
    bounds::Answer,
    cause,
    meaning::Meaning,
    sasl::{Conversation, Mechanism},
    wire::Wire,
};

/// A signed-in session of `imap` over our wire.
pub(crate) type Imap = imap::Session<Wire>;

/// Signs in, in the best way that the server offers and the secret allows.
pub(crate) fn sign_in(
    wire: &Wire,
    account: &Account,
    secret: &Secret,
    limits: &Limits,
) -> Result<Imap, Error> {
    if let Secret::Password(password) = secret
        && !password.is_usable()
    {
        return Err(Error::UnusablePassword {
            user: account.user.clone(),
        });
    }
    let mut client = Client::new(wire.clone());
    wire.begin(limits.command_for, Answer::Lines);
    let offered = client
        .capabilities()
        .map_err(|error| cause::of_imap(&account.host, Doing::SigningIn, error))?;
    let way = way(account, secret, &offered)?;
    wire.begin(limits.command_for, Answer::Lines);
    match way {
        Way::Login(password) => client
            .login(account.user.as_str(), password.reveal())
            .map_err(|(error, _)| refusal(account, secret, error)),
        Way::Sasl(mechanism) => {
            let talk = Conversation::new(mechanism, account);
            let signed_in = client
                .authenticate(mechanism.name(), &talk)
                .map_err(|(error, _)| error);
            // A server that cannot prove itself is worth no second word, whatever it said last.
            if talk.is_unproved(signed_in.is_ok()) {
                return Err(Error::Unproved {
                    host: account.host.clone(),
                    user: account.user.clone(),
                });
            }
            signed_in.map_err(|error| refusal(account, secret, error))
        }
    }
}

enum Way<'a> {
    Sasl(Mechanism<'a>),
    /// The LOGIN command (RFC 9051 section 6.2.3).
    Login(&'a Password),
}

/// The best way that there is. A password goes by SCRAM where that is offered, which does not show it even to the server; else by
/// PLAIN, which carries any character; else by LOGIN, where it is allowed.
fn way<'a>(account: &Account, secret: &'a Secret, offered: &Capabilities) -> Result<Way<'a>, Error> {
    let is_offered = |mechanism: &Mechanism<'_>| offered.has_str(format!("AUTH={}", mechanism.name()));
    let host = || account.host.clone();
    match secret {
        Secret::Token(token) => by_token(token)
            .into_iter()
            .find(is_offered)
            .map(Way::Sasl)
            .ok_or_else(|| Error::NoTokenSignIn { host: host() }),
        Secret::Password(password) => {
            if let Some(mechanism) = by_password(password).into_iter().find(is_offered) {
                return Ok(Way::Sasl(mechanism));
            }
            if !offered.has_str("LOGINDISABLED") {
                return Ok(Way::Login(password));
            }
            Some(Mechanism::Login(password))
                .filter(is_offered)
                .map(Way::Sasl)
                .ok_or_else(|| Error::NoPasswordSignIn { host: host() })
        }
    }
}

/// The standard before Google's draft of it.
const fn by_token(token: &Token) -> [Mechanism<'_>; 2] {
    [Mechanism::OAuthBearer(token), Mechanism::XOAuth2(token)]
}

const fn by_password(password: &Password) -> [Mechanism<'_>; 3] {
    [
        Mechanism::ScramSha256(password),
        Mechanism::ScramSha1(password),
        Mechanism::Plain(password),
    ]
}

fn refusal(account: &Account, secret: &Secret, error: imap::Error) -> Error {
    let (imap::Error::No(imap::error::No { information, .. })
    | imap::Error::Bad(imap::error::Bad { information, .. })) = &error
    else {
        return cause::of_imap(&account.host, Doing::SigningIn, error);
    };
    let said = Said::text(information);
    let (host, user) = (account.host.clone(), account.user.clone());
    match secret {
        _ if matches!(said.meaning, Meaning::Passing(_)) => Error::TurnedAway { host, said },
        Secret::Password(_) => Error::SignInRefused { host, user, said },
        Secret::Token(_) => Error::TokenRefused { host, user, said },
    }
}
