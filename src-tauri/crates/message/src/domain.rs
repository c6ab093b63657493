//! Domain: a mail domain in its one normal form.

use std::{
    cmp::Ordering,
    fmt,
    hash::{Hash, Hasher},
    net::IpAddr,
};

use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};
use unicode_security::{RestrictionLevel, RestrictionLevelDetection, skeleton};

use crate::RegistrableDomain;

/// Why a text is no domain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DomainError {
    /// Nothing stands there.
    #[error("there is no domain")]
    Empty,
    /// A character that no domain may hold, an empty or overlong label, or a broken A-label (UTS #46 section 4).
    #[error("“{0}” is not a domain name")]
    Malformed(String),
    /// Brackets around something that is no IP address (RFC 5321 section 4.1.3).
    #[error("“{0}” is not an address literal")]
    BadLiteral(String),
}

/// A domain as RFC 5321 has it, normalised by UTS #46: lower case, no trailing dot, both the A-label and the U-label form.
///
/// An address literal (`[192.0.2.1]`) is a domain too: it has no labels that could be mistaken. Two domains are equal when
/// their A-label forms are.
#[derive(Clone)]
pub struct Domain {
    ascii: Box<str>,
    /// Only where it differs from `ascii`.
    unicode: Option<Box<str>>,
    is_literal: bool,
}

impl Domain {
    /// Reads a domain in either form, with or without a trailing dot.
    ///
    /// # Errors
    /// [`DomainError`] says why the text is no domain.
    pub fn parse(text: &str) -> Result<Self, DomainError> {
        let text = text.trim();
        if let Some(inner) = text.strip_prefix('[') {
            return Self::literal(text, inner);
        }
        let text = text.strip_suffix(['.', '。']).unwrap_or(text);
        if text.is_empty() {
            return Err(DomainError::Empty);
        }
        if let Some(ascii) = plain(text) {
            return Ok(Self {
                ascii,
                unicode: None,
                is_literal: false,
            });
        }
        Self::by_uts46(text)
    }

    fn by_uts46(text: &str) -> Result<Self, DomainError> {
        let malformed = || DomainError::Malformed(crate::shown(text));
        let uts46 = Uts46::new();
        let ascii = uts46
            .to_ascii(
                text.as_bytes(),
                AsciiDenyList::URL,
                Hyphens::Allow,
                DnsLength::Verify,
            )
            .map_err(|_| malformed())?;
        let (unicode, valid) = uts46.to_unicode(ascii.as_bytes(), AsciiDenyList::URL, Hyphens::Allow);
        valid.map_err(|_| malformed())?;
        // UTS #46 section 4.1, criterion 4: `idna` does not check it where it lets other hyphens pass.
        if unicode.split('.').any(is_a_label) {
            return Err(malformed());
        }
        let unicode = (unicode != ascii).then(|| unicode.into_owned().into_boxed_str());
        Ok(Self {
            unicode,
            ascii: ascii.into_owned().into_boxed_str(),
            is_literal: false,
        })
    }

    fn literal(text: &str, inner: &str) -> Result<Self, DomainError> {
        let bad = || DomainError::BadLiteral(crate::shown(text));
        let inner = inner.strip_suffix(']').ok_or_else(bad)?;
        let number = match inner.get(..5) {
            Some(tag) if tag.eq_ignore_ascii_case("IPv6:") => inner.get(5..).unwrap_or_default(),
            _ => inner,
        };
        let ascii = match number.parse().map_err(|_| bad())? {
            IpAddr::V4(ip) => format!("[{ip}]"),
            IpAddr::V6(ip) => format!("[IPv6:{ip}]"),
        };
        Ok(Self {
            ascii: ascii.into_boxed_str(),
            unicode: None,
            is_literal: true,
        })
    }

    /// The A-label form, `xn--mller-kva.de`; for a literal the literal with its brackets.
    pub fn ascii(&self) -> &str {
        &self.ascii
    }

    /// The U-label form, `müller.de`. Not for people: see [`Domain::shown`].
    pub fn unicode(&self) -> &str {
        self.unicode.as_deref().unwrap_or(&self.ascii)
    }

    /// Whether this is an address literal such as `[192.0.2.1]`.
    pub const fn is_literal(&self) -> bool {
        self.is_literal
    }

    /// The labels of the A-label form from left to right; none for a literal.
    pub fn labels(&self) -> impl DoubleEndedIterator<Item = &str> {
        let names = if self.is_literal { "" } else { &*self.ascii };
        names.split('.').filter(|label| !label.is_empty())
    }

    /// The registrable domain by the ICANN part of the Public Suffix List; none for a bare public suffix, a single label or a literal.
    pub fn registrable(&self) -> Option<RegistrableDomain> {
        RegistrableDomain::of(self)
    }

    /// The text of [`Domain::registrable`], a part of the A-label form.
    pub fn registrable_part(&self) -> Option<&str> {
        RegistrableDomain::part_of(self)
    }

    /// Whether this domain is `other` or a subdomain of it.
    pub fn is_within(&self, other: &Self) -> bool {
        match self.ascii.strip_suffix(&*other.ascii) {
            Some(rest) => rest.is_empty() || (rest.ends_with('.') && !self.is_literal),
            None => false,
        }
    }

    /// The domain for people: each label in Unicode where that cannot deceive, else as its A-label.
    ///
    /// A label deceives when it mixes scripts (UTS #39 section 5.2, above “moderately restrictive”), or when it holds letters
    /// that are not ASCII and yet its skeleton is (section 4): Cyrillic `аррӏе` reads as `apple`.
    pub fn shown(&self) -> String {
        let Some(unicode) = &self.unicode else {
            return self.ascii.to_string();
        };
        let safe = |label: &str| {
            label.is_ascii()
                || (label.check_restriction_level(RestrictionLevel::ModeratelyRestrictive)
                    && !skeleton(label).all(|c| c.is_ascii()))
        };
        unicode
            .split('.')
            .zip(self.ascii.split('.'))
            .map(|(unicode, ascii)| if safe(unicode) { unicode } else { ascii })
            .collect::<Vec<_>>()
            .join(".")
    }
}

/// The normal form of a name that is nothing but letters, digits, `-`, `_` and dots and holds no A-label, as nearly all are: for
/// these UTS #46 only makes letters small and counts octets.
fn plain(text: &str) -> Option<Box<str>> {
    if text.len() > OCTETS {
        return None;
    }
    let mut in_label: usize = 0;
    for (at, octet) in text.bytes().enumerate() {
        in_label = match octet {
            b'.' if in_label > 0 => 0,
            b'x' | b'X' if in_label == 0 && is_a_label(text.get(at..)?) => return None,
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' if in_label < OCTETS_OF_A_LABEL => {
                in_label.saturating_add(1)
            }
            _ => return None,
        };
    }
    (in_label > 0).then(|| {
        let mut ascii: Box<str> = text.into();
        ascii.make_ascii_lowercase();
        ascii
    })
}

fn is_a_label(text: &str) -> bool {
    text.get(..4).is_some_and(|tag| tag.eq_ignore_ascii_case("xn--"))
}

/// RFC 1035 section 2.3.4, as UTS #46 counts: without the root's dot.
const OCTETS: usize = 253;
const OCTETS_OF_A_LABEL: usize = 63;

impl PartialEq for Domain {
    fn eq(&self, other: &Self) -> bool {
        self.ascii == other.ascii
    }
}

impl Eq for Domain {}

impl PartialOrd for Domain {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Domain {
    fn cmp(&self, other: &Self) -> Ordering {
        self.ascii.cmp(&other.ascii)
    }
}

impl Hash for Domain {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.ascii.hash(state);
    }
}

impl fmt::Debug for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.ascii)
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.ascii)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, ascii: &str, shown: &str) {
        let domain = Domain::parse(text).unwrap();
        assert_eq!(
            (domain.ascii(), domain.shown().as_str()),
            (ascii, shown),
            "{text}"
        );
    }

    #[test]
    fn has_one_normal_form() {
        check("Army.MIL", "army.mil", "army.mil");
        check("army.mil.", "army.mil", "army.mil"); // the root's dot
        check("müller.de", "xn--mller-kva.de", "müller.de");
        check("XN--MLLER-KVA.de", "xn--mller-kva.de", "müller.de");
        check("army。mil", "army.mil", "army.mil"); // the ideographic full stop is a dot (UTS #46)
        check("ａｒｍｙ.mil", "army.mil", "army.mil"); // full-width letters map to ASCII
        check("localhost", "localhost", "localhost");
        check("_dmarc.example.org", "_dmarc.example.org", "_dmarc.example.org");
    }

    #[test]
    fn shows_what_deceives_as_a_label() {
        check("аррӏе.com", "xn--80ak6aa92e.com", "xn--80ak6aa92e.com"); // all Cyrillic, reads as apple
        check("gооgle.com", "xn--ggle-55da.com", "xn--ggle-55da.com"); // Latin with Cyrillic о
        check("пример.рф", "xn--e1afmkfd.xn--p1ai", "пример.рф"); // honest Cyrillic
        check("例え.jp", "xn--r8jz45g.jp", "例え.jp");
    }

    #[test]
    fn reads_address_literals() {
        check("[192.0.2.1]", "[192.0.2.1]", "[192.0.2.1]");
        check("[ipv6:2001:DB8::1]", "[IPv6:2001:db8::1]", "[IPv6:2001:db8::1]");
        assert!(Domain::parse("[192.0.2.1]").unwrap().is_literal());
        assert!(Domain::parse("[army.mil]").is_err());
        assert!(Domain::parse("[192.0.2.1").is_err());
    }

    #[test]
    fn refuses_what_is_no_domain() {
        for text in [
            "",
            ".",
            " ",
            "a..b",
            "army mil",
            "a/b",
            "xn--a",
            &"a".repeat(64),
            "a@b",
        ] {
            assert!(Domain::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn an_a_label_that_decodes_to_another_is_no_domain() {
        for text in [
            "xn--xn---ooa.de",                    // xn--ä.de
            "xn--xn--mll-mlaaqaxlaa-kva.example", // xn--§mll-mlaaqaxlaa.example
        ] {
            assert!(Domain::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn knows_its_subdomains() {
        let army = Domain::parse("army.mil").unwrap();
        for (name, within) in [
            ("army.mil", true),
            ("us.army.mil", true),
            ("xarmy.mil", false),
            ("army.mil.example", false),
        ] {
            assert_eq!(Domain::parse(name).unwrap().is_within(&army), within, "{name}");
        }
    }

    proptest! {
        #[test]
        fn plain_names_are_as_by_uts46(text in "([a-cA-C_-]{0,3}|[xX][nN]--[a-c]{0,3}|x|[a-z0-9]{60,65})(\\.([a-cX9-]{0,4}|[a-c]{63})){0,4}") {
            if let Some(ascii) = plain(&text) {
                let domain = Domain::by_uts46(&text).unwrap();
                prop_assert_eq!((domain.ascii(), domain.unicode()), (&*ascii, &*ascii));
            }
        }

        #[test]
        fn the_normal_form_is_a_fixed_point(text in "\\PC{0,40}") {
            if let Ok(domain) = Domain::parse(&text) {
                prop_assert_eq!(Domain::parse(domain.ascii()), Ok(domain.clone()));
                prop_assert_eq!(Domain::parse(domain.unicode()), Ok(domain));
            }
        }
    }
}
