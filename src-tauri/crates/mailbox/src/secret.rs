//! Secret: what an account signs in with, a password or a provider's token. `Debug` shows neither, and nothing displays them.

use secrecy::{ExposeSecret, SecretString};

/// What an account signs in with.
#[derive(Clone, Debug)]
pub enum Secret {
    /// A password.
    Password(Password),
    /// An access token that the provider gave (OAuth 2).
    Token(Token),
}

impl From<Password> for Secret {
    fn from(password: Password) -> Self {
        Self::Password(password)
    }
}

impl From<Token> for Secret {
    fn from(token: Token) -> Self {
        Self::Token(token)
    }
}

/// A password.
#[derive(Clone, Debug)]
pub struct Password(SecretString);

impl Password {
    /// Takes a password over.
    pub fn new(text: String) -> Self {
        Self(text.into())
    }

    /// Whether it can be sent at all (RFC 4616 section 2 and RFC 9051 section 4.3 forbid NUL, and quoting CR and LF).
    pub(crate) fn is_usable(&self) -> bool {
        !self.reveal().is_empty() && !self.reveal().contains(['\r', '\n', '\0'])
    }

    pub(crate) fn reveal(&self) -> &str {
        self.0.expose_secret()
    }
}

impl From<SecretString> for Password {
    fn from(secret: SecretString) -> Self {
        Self(secret)
    }
}

/// An access token.
#[derive(Clone, Debug)]
pub struct Token(SecretString);

impl Token {
    /// Takes a token over; none where it holds what no token holds (RFC 6749 appendix A.12: visible ASCII), which could end the
    /// message that it is sent in.
    pub fn new(secret: SecretString) -> Option<Self> {
        let text = secret.expose_secret();
        let is_token = !text.is_empty() && text.bytes().all(|octet| octet.is_ascii_graphic());
        is_token.then_some(Self(secret))
    }

    pub(crate) fn reveal(&self) -> &str {
        self.0.expose_secret()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_never_printed() {
        let password = Password::new("hunter2".into());
        assert!(password.is_usable());
        assert!(!Password::new("hunter2\r\na1 LOGOUT".into()).is_usable());
        assert!(!Password::new(String::new()).is_usable());
        let token = Token::new("ya29.hunter2-_~+/=".to_owned().into()).unwrap();
        for secret in [Secret::from(password), Secret::from(token)] {
            assert!(!format!("{secret:?}").contains("hunter2"));
        }
    }

    #[test]
    fn a_token_cannot_end_its_message() {
        for bad in ["", "two words", "a\u{1}\u{1}", "a\r\nb", "ü"] {
            assert!(Token::new(bad.to_owned().into()).is_none(), "{bad:?}");
        }
    }
}
