//! Address: a local part at a Domain.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
};

use crate::{Domain, DomainError, shown};

/// Octets that a local part may hold before it is no address that anybody typed. RFC 5321 allows 64; senders exceed it.
const LOCAL_OCTETS: usize = 256;

/// Why a text is no address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// There is no `@`.
    #[error("“{0}” has no @")]
    NoAt(String),
    /// Nothing, too much, a space or a control character before the `@`.
    #[error("“{0}” has no name that can be used before the @")]
    BadLocalPart(String),
    /// What follows the `@` is no domain.
    #[error(transparent)]
    BadDomain(#[from] DomainError),
}

/// An address (RFC 5321 section 4.1.2, with RFC 6531's characters), cut at its last `@`.
///
/// Local parts are compared without regard to case: no mail system in use tells them apart by it.
#[derive(Clone)]
pub struct Address {
    local: Box<str>,
    /// Only where it differs from `local`.
    folded: Option<Box<str>>,
    domain: Domain,
}

impl Address {
    /// Reads a bare address, `john@army.mil` or `"john smith"@army.mil`; a display name is no part of it.
    ///
    /// # Errors
    /// [`AddressError`] says what is wrong, with the text made safe to show.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        let text = text.trim();
        let (local, domain) = text
            .rsplit_once('@')
            .ok_or_else(|| AddressError::NoAt(shown(text)))?;
        if !is_local_part(local) {
            return Err(AddressError::BadLocalPart(shown(text)));
        }
        Ok(Self {
            domain: Domain::parse(domain)?,
            folded: folded(local),
            local: local.into(),
        })
    }

    /// What stands before the `@`, as written.
    pub fn local(&self) -> &str {
        &self.local
    }

    /// The local part in lower case, by which addresses are compared.
    pub fn local_folded(&self) -> &str {
        self.folded.as_deref().unwrap_or(&self.local)
    }

    /// The domain.
    pub const fn domain(&self) -> &Domain {
        &self.domain
    }

    /// The address for people.
    pub fn shown(&self) -> String {
        format!("{}@{}", shown(&self.local), self.domain.shown())
    }
}

/// The local part in lower case; none where it is that already.
fn folded(local: &str) -> Option<Box<str>> {
    let is_small = |octet: u8| octet.is_ascii() && !octet.is_ascii_uppercase();
    if local.bytes().all(is_small) {
        return None;
    }
    let folded = local.to_lowercase();
    (folded != local).then(|| folded.into())
}

fn is_local_part(local: &str) -> bool {
    let quoted = local.len() >= 2 && local.starts_with('"') && local.ends_with('"');
    let unfit = |c: char| {
        c.is_control()
            || (!quoted && (c.is_whitespace() || matches!(c, '<' | '>' | '"' | ',' | ';' | '(' | ')')))
    };
    !local.is_empty() && local.len() <= LOCAL_OCTETS && !local.contains(unfit)
}

impl PartialEq for Address {
    fn eq(&self, other: &Self) -> bool {
        self.local_folded() == other.local_folded() && self.domain == other.domain
    }
}

impl Eq for Address {}

impl PartialOrd for Address {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Address {
    fn cmp(&self, other: &Self) -> Ordering {
        (&self.domain, self.local_folded()).cmp(&(&other.domain, other.local_folded()))
    }
}

impl Hash for Address {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.local_folded().hash(state);
        self.domain.hash(state);
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.to_string())
    }
}

/// The address as a machine reads it, the domain as A-labels.
impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.local, self.domain)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, local: &str, domain: &str) {
        let address = Address::parse(text).unwrap();
        assert_eq!(
            (address.local(), address.domain().ascii()),
            (local, domain),
            "{text}"
        );
    }

    #[test]
    fn reads_addresses() {
        check(" John.Smith@Army.MIL ", "John.Smith", "army.mil");
        check("\"john smith\"@army.mil", "\"john smith\"", "army.mil");
        check("\"a@b\"@army.mil", "\"a@b\"", "army.mil"); // cut at the last @
        check("jörg@müller.de", "jörg", "xn--mller-kva.de");
        check(
            "user%other.example@relay.example",
            "user%other.example",
            "relay.example",
        );
        check("a@[192.0.2.1]", "a", "[192.0.2.1]");
    }

    #[test]
    fn refuses_what_is_no_address() {
        for text in [
            "",
            "john",
            "@army.mil",
            "john@",
            "john smith@army.mil",
            "a<b@army.mil",
            "john@army..mil",
            "a\r\nb@c.example",
        ] {
            assert!(Address::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn case_makes_no_difference() {
        assert_eq!(Address::parse("John@ARMY.mil"), Address::parse("john@army.mil"));
    }

    #[test]
    fn is_shown_without_hidden_characters() {
        assert_eq!(
            Address::parse("a\u{202E}b@army.mil").unwrap().shown(),
            "aU+202Eb@army.mil"
        );
    }

    proptest! {
        #[test]
        fn print_and_parse_is_the_same(text in "\\PC{1,12}@\\PC{1,20}") {
            if let Ok(address) = Address::parse(&text) {
                prop_assert_eq!(Address::parse(&address.to_string()), Ok(address));
            }
        }
    }
}
