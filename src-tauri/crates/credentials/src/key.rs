//! The name under which a secret is kept.

use std::fmt;

/// Names the secret of one sign-in: `imap:user@host:port` its password, `oauth:user@host:port` its provider's refresh token.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Key(String);

/// The key of the IMAP sign-in of `user` at `host` and `port`.
pub fn key(user: &str, host: &str, port: u16) -> Key {
    Key(format!("imap:{user}@{host}:{port}"))
}

/// The key of the refresh token with which `user` signs in at `host` and `port`.
pub fn token_key(user: &str, host: &str, port: u16) -> Key {
    Key(format!("oauth:{user}@{host}:{port}"))
}

impl Key {
    /// The key as the keyring is given it.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_user_host_and_port() {
        let named = key("a.clerk@example.org", "mail.example.org", 993);
        assert_eq!(named.as_str(), "imap:a.clerk@example.org@mail.example.org:993");
        let named = token_key("a.clerk@example.org", "mail.example.org", 993);
        assert_eq!(named.as_str(), "oauth:a.clerk@example.org@mail.example.org:993");
    }
}
