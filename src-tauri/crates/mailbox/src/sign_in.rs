//! Signing in with a password or a token. What is sent here is never logged, and no error holds it.

use std::collections::VecDeque;

use imap::{Client, types::Capabilities};

use crate::{
    Account, Doing, Error, Limits, Password, Said, Secret,
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
    let mut ways = ways(account, secret, &offered)?;
    while let Some(way) = ways.pop_front() {
        wire.begin(limits.command_for, Answer::Lines);
        match tried(client, account, way) {
            Ok(signed_in) => return Ok(signed_in),
            // Nothing was found wrong with the password: servers offer SCRAM that keep no password that it can be done with.
            Err(Failed::NotThisWay(error, unchanged)) => {
                ways.retain(|way| !way.is_scram());
                if ways.is_empty() {
                    return Err(refusal(account, secret, error));
                }
                client = *unchanged;
            }
            Err(Failed::Refused(error)) => return Err(refusal(account, secret, error)),
            Err(Failed::Unproved) => break,
        }
    }
    Err(Error::Unproved {
        host: account.host.clone(),
        user: account.user.clone(),
    })
}

#[derive(Clone, Copy)]
enum Way<'a> {
    Sasl(Mechanism<'a>),
    /// The LOGIN command (RFC 9051 section 6.2.3).
    Login(&'a Password),
}

impl Way<'_> {
    const fn is_scram(self) -> bool {
        matches!(
            self,
            Self::Sasl(Mechanism::ScramSha256(_) | Mechanism::ScramSha1(_))
        )
    }
}

enum Failed {
    /// SCRAM was refused before anything could be wrong with the password.
    NotThisWay(imap::Error, Box<Client<Wire>>),
    Refused(imap::Error),
    Unproved,
}

fn tried(client: Client<Wire>, account: &Account, way: Way<'_>) -> Result<Imap, Failed> {
    let mechanism = match way {
        Way::Login(password) => {
            let signed_in = client.login(account.user.as_str(), password.reveal());
            return signed_in.map_err(|(error, _)| Failed::Refused(error));
        }
        Way::Sasl(mechanism) => mechanism,
    };
    let talk = Conversation::new(mechanism, account);
    let signed_in = client.authenticate(mechanism.name(), &talk);
    // A server that cannot prove itself is worth no second word, whatever it said last.
    if talk.is_unproved(signed_in.is_ok()) {
        return Err(Failed::Unproved);
    }
    signed_in.map_err(|(error, client)| {
        let is_early = way.is_scram() && !talk.has_shown_proof();
        if is_early && matches!(error, imap::Error::No(_)) {
            Failed::NotThisWay(error, Box::new(client))
        } else {
            Failed::Refused(error)
        }
    })
}

/// The ways that there are, the best first. A password goes by SCRAM where that is offered, which does not show it even to the server;
/// else by PLAIN, which carries any character; else by LOGIN, where it is allowed.
fn ways<'a>(
    account: &Account,
    secret: &'a Secret,
    offered: &Capabilities,
) -> Result<VecDeque<Way<'a>>, Error> {
    let is_offered = |mechanism: &Mechanism<'_>| offered.has_str(format!("AUTH={}", mechanism.name()));
    let host = account.host.clone();
    match secret {
        Secret::Token(token) => {
            // The standard before Google's draft of it.
            let all = [Mechanism::OAuthBearer(token), Mechanism::XOAuth2(token)];
            let best = all.into_iter().find(is_offered).map(Way::Sasl);
            let best = best.ok_or(Error::NoTokenSignIn { host })?;
            Ok(VecDeque::from([best]))
        }
        Secret::Password(password) => {
            let all = [
                Mechanism::ScramSha256(password),
                Mechanism::ScramSha1(password),
                Mechanism::Plain(password),
            ];
            let mut ways: VecDeque<Way<'_>> = all.into_iter().filter(is_offered).map(Way::Sasl).collect();
            if !offered.has_str("LOGINDISABLED") {
                ways.push_back(Way::Login(password));
            } else if is_offered(&Mechanism::Login(password)) {
                ways.push_back(Way::Sasl(Mechanism::Login(password)));
            }
            match ways.is_empty() {
                true => Err(Error::NoPasswordSignIn { host }),
                false => Ok(ways),
            }
        }
    }
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
