//! SASL: what is said in AUTHENTICATE (RFC 9051 section 6.2.2), a mechanism each.

use std::cell::Cell;

use imap::Authenticator;

use crate::{
    Account, Password, Token,
    scram::{Hash, Scram},
};

/// A mechanism with what it needs.
#[derive(Clone, Copy)]
pub(crate) enum Mechanism<'a> {
    /// RFC 7677.
    ScramSha256(&'a Password),
    /// RFC 5802.
    ScramSha1(&'a Password),
    /// RFC 4616.
    Plain(&'a Password),
    /// What Microsoft made of the LOGIN command; never standardised.
    Login(&'a Password),
    /// RFC 7628.
    OAuthBearer(&'a Token),
    /// Google's form of it, before the standard.
    XOAuth2(&'a Token),
}

impl Mechanism<'_> {
    /// The name in capabilities and in AUTHENTICATE.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::ScramSha256(_) => "SCRAM-SHA-256",
            Self::ScramSha1(_) => "SCRAM-SHA-1",
            Self::Plain(_) => "PLAIN",
            Self::Login(_) => "LOGIN",
            Self::OAuthBearer(_) => "OAUTHBEARER",
            Self::XOAuth2(_) => "XOAUTH2",
        }
    }
}

/// What is answered to a server's challenges, one after the other.
pub(crate) struct Conversation<'a> {
    mechanism: Mechanism<'a>,
    account: &'a Account,
    scram: Option<Scram>,
    answered: Cell<u32>,
}

impl<'a> Conversation<'a> {
    pub(crate) fn new(mechanism: Mechanism<'a>, account: &'a Account) -> Self {
        let user = account.user.as_str();
        let scram = match mechanism {
            Mechanism::ScramSha256(password) => Some(Scram::new(Hash::Sha256, user, password)),
            Mechanism::ScramSha1(password) => Some(Scram::new(Hash::Sha1, user, password)),
            Mechanism::Plain(_) | Mechanism::Login(_) | Mechanism::OAuthBearer(_) | Mechanism::XOAuth2(_) => {
                None
            }
        };
        Self {
            mechanism,
            account,
            scram,
            answered: Cell::new(0),
        }
    }

    /// Whether the server had to prove that it knows the password, and did not.
    pub(crate) fn is_unproved(&self, is_signed_in: bool) -> bool {
        let is_unproved = |scram: &Scram| scram.has_failed() || (is_signed_in && !scram.is_proved());
        self.scram.as_ref().is_some_and(is_unproved)
    }

    /// Whether so much was said that a refusal means the password: in SCRAM, the proof that the client knows it.
    pub(crate) fn has_shown_proof(&self) -> bool {
        self.answered.get() > 1
    }

    fn bearer(&self, token: &Token) -> String {
        let Account { host, port, user, .. } = self.account;
        let user = user.as_str().replace('=', "=3D").replace(',', "=2C");
        format!(
            "n,a={user},\u{1}host={host}\u{1}port={port}\u{1}auth=Bearer {}\u{1}\u{1}",
            token.reveal()
        )
    }
}

impl Authenticator for Conversation<'_> {
    type Response = Vec<u8>;

    fn process(&self, challenge: &[u8]) -> Vec<u8> {
        let turn = self.answered.replace(self.answered.get().saturating_add(1));
        let user = self.account.user.as_str();
        if let Some(scram) = &self.scram {
            return scram.answer(challenge);
        }
        // A server that asks again gets no second copy. After a refused token it says why first, and waits for an empty answer.
        match (self.mechanism, turn) {
            (Mechanism::Plain(password), 0) => format!("\0{user}\0{}", password.reveal()).into_bytes(),
            (Mechanism::Login(_), 0) => user.as_bytes().to_vec(),
            (Mechanism::Login(password), 1) => password.reveal().as_bytes().to_vec(),
            (Mechanism::OAuthBearer(token), 0) => self.bearer(token).into_bytes(),
            (Mechanism::OAuthBearer(_), _) => vec![1],
            (Mechanism::XOAuth2(token), 0) => {
                format!("user={user}\u{1}auth=Bearer {}\u{1}\u{1}", token.reveal()).into_bytes()
            }
            (
                Mechanism::Plain(_)
                | Mechanism::Login(_)
                | Mechanism::XOAuth2(_)
                | Mechanism::ScramSha256(_)
                | Mechanism::ScramSha1(_),
                _,
            ) => Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{Host, Security, UserName};

    use super::*;

    fn account(user: &str) -> Account {
        Account {
            host: Host::parse("mail.example.org").unwrap(),
            port: 993,
            security: Security::ImplicitTls,
            user: UserName::parse(user).unwrap(),
            ca_path: None,
        }
    }

    fn check(mechanism: Mechanism<'_>, user: &str, expected: &[&str]) {
        let account = account(user);
        let talk = Conversation::new(mechanism, &account);
        for (turn, expected) in expected.iter().enumerate() {
            let said = String::from_utf8(talk.process(b"anything")).unwrap();
            assert_eq!(said, *expected, "{} {turn}", mechanism.name());
        }
        assert!(!talk.is_unproved(true));
    }

    #[test]
    fn each_mechanism_says_what_its_document_has() {
        let (password, token) = (
            Password::new("hunter2".into()),
            Token::new("vF9dft4qmT".to_owned().into()).unwrap(),
        );
        check(
            Mechanism::Plain(&password),
            "a.clerk",
            &["\0a.clerk\0hunter2", ""],
        );
        check(
            Mechanism::Login(&password),
            "a.clerk",
            &["a.clerk", "hunter2", ""],
        );
        // As in RFC 7628 section 4.1, with a comma and an equals sign in the name.
        check(
            Mechanism::OAuthBearer(&token),
            "a=b,c@example.com",
            &[
                "n,a=a=3Db=2Cc@example.com,\u{1}host=mail.example.org\u{1}port=993\u{1}auth=Bearer vF9dft4qmT\u{1}\u{1}",
                "\u{1}",
            ],
        );
        check(
            Mechanism::XOAuth2(&token),
            "someuser@example.com",
            &[
                "user=someuser@example.com\u{1}auth=Bearer vF9dft4qmT\u{1}\u{1}",
                "",
            ],
        );
    }
}
