//! What it takes to reach and to sign in to a mailbox, made right by parsing.

use std::{fmt, net::IpAddr, path::PathBuf};

use message::{Domain, shown};
use rustls::pki_types::ServerName;

/// Why a text is no server, or no user name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AccountError {
    /// Neither a DNS name nor an IP address.
    #[error("“{0}” is not a server name")]
    Host(String),
    /// Empty, or with a line break or NUL in it.
    #[error("“{0}” is not a user name")]
    User(String),
    /// Empty, too long, or with a control character in it.
    #[error("“{0}” is not a mailbox's name")]
    Mailbox(String),
}

/// A server: a DNS name, as its A-label form, or an IP address. Displays as that.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Host(ServerName<'static>);

impl Host {
    /// Reads a DNS name, international or not, or an IP address.
    ///
    /// # Errors
    /// Where it is neither.
    pub fn parse(text: &str) -> Result<Self, AccountError> {
        let no_host = || AccountError::Host(shown(text));
        let text = text.trim();
        if let Ok(ip) = text.parse::<IpAddr>() {
            return Ok(Self(ServerName::from(ip)));
        }
        let domain = Domain::parse(text)
            .ok()
            .filter(|domain| !domain.is_literal())
            .ok_or_else(no_host)?;
        let name = ServerName::try_from(domain.ascii().to_owned()).map_err(|_| no_host())?;
        Ok(Self(name))
    }

    pub(crate) const fn server_name(&self) -> &ServerName<'static> {
        &self.0
    }

    /// The address, where the host is one.
    pub(crate) fn ip(&self) -> Option<IpAddr> {
        if let ServerName::IpAddress(ip) = &self.0 {
            Some((*ip).into())
        } else {
            None
        }
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_str())
    }
}

/// How the connection is encrypted. There is no third way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Security {
    /// TLS from the first octet (RFC 8314 section 3).
    ImplicitTls,
    /// STARTTLS (RFC 9051 section 6.2.1), or no connection.
    StartTls,
}

impl Security {
    /// `implicit` or `starttls`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ImplicitTls => "implicit",
            Self::StartTls => "starttls",
        }
    }

    /// The way of that name.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::ImplicitTls, Self::StartTls]
            .into_iter()
            .find(|security| security.as_str() == text)
    }
}

/// The name that a user signs in with. Displays as it was written, safe for people.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct UserName(String);

impl UserName {
    /// Reads a user name.
    ///
    /// # Errors
    /// Where it is empty, or holds a CR, LF or NUL, which would end the command that it is sent in.
    pub fn parse(text: &str) -> Result<Self, AccountError> {
        if text.trim().is_empty() || ends_a_command(text) {
            return Err(AccountError::User(shown(text)));
        }
        Ok(Self(text.to_owned()))
    }

    /// The name as it is sent.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for UserName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&shown(&self.0))
    }
}

/// Where a mailbox is, and how it is reached. The password is kept apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Account {
    /// The IMAP server.
    pub host: Host,
    /// Its port, as a rule 993 or 143.
    pub port: u16,
    /// How the connection is encrypted.
    pub security: Security,
    /// Who signs in.
    pub user: UserName,
    /// Certificates (PEM) that are trusted besides the system's.
    pub ca_path: Option<PathBuf>,
}

fn ends_a_command(text: &str) -> bool {
    text.contains(['\r', '\n', '\0'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        let host = Host::parse(text).ok().map(|host| host.to_string());
        assert_eq!(host.as_deref(), expected, "{text:?}");
    }

    #[test]
    fn a_host_is_a_name_or_an_address() {
        check("mail.example.org", Some("mail.example.org"));
        check(" Mail.Example.ORG. ", Some("mail.example.org"));
        check("localhost", Some("localhost"));
        check("müller.example", Some("xn--mller-kva.example"));
        check("127.0.0.1", Some("127.0.0.1"));
        check("::1", Some("::1"));
        for bad in [
            "",
            "two words",
            "imap://mail.example.org",
            "mail.example.org:993",
            "a..b",
            "a\r\nb",
            "user@host",
        ] {
            check(bad, None);
        }
        assert_eq!(
            Host::parse("two words").unwrap_err().to_string(),
            "“two words” is not a server name"
        );
    }

    #[test]
    fn a_user_name_cannot_end_a_command() {
        assert_eq!(UserName::parse("a clerk").unwrap().as_str(), "a clerk");
        for bad in ["", "  ", "a\r\na1 DELETE INBOX", "a\nb", "a\0b"] {
            assert!(UserName::parse(bad).is_err(), "{bad:?}");
        }
    }

    #[test]
    fn security_there_and_back() {
        for security in [Security::ImplicitTls, Security::StartTls] {
            assert_eq!(Security::parse(security.as_str()), Some(security));
        }
        assert_eq!(Security::parse("none"), None);
    }
}
