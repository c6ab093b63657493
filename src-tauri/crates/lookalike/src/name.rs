//! Name: a domain cut where slips happen, at the label that somebody registered.

use message::Domain;

/// Labels before the registered one that are looked at. Longer names were not typed by anybody.
pub(crate) const LABELS_LOOKED_AT: usize = 12;

/// A domain with the place of its registered label.
///
/// Letters are compared in the U-label form, ends in the A-label form. A name that is a public suffix itself (`nhs.uk`) is cut
/// at its first dot, as if its first label were registered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Name<'a> {
    domain: &'a Domain,
    /// Labels before the registered one.
    registered: usize,
    registrable: &'a str,
}

impl<'a> Name<'a> {
    /// The name of a domain; none for an address literal.
    pub(crate) fn of(domain: &'a Domain) -> Option<Self> {
        if domain.is_literal() {
            return None;
        }
        let registrable = domain.registrable_part().unwrap_or(domain.ascii());
        let before = domain.ascii().strip_suffix(registrable)?;
        Some(Self {
            domain,
            registered: before.bytes().filter(|octet| *octet == b'.').count(),
            registrable,
        })
    }

    /// How many labels stand before the registered one.
    pub(crate) const fn depth(self) -> usize {
        self.registered
    }

    pub(crate) const fn domain(self) -> &'a Domain {
        self.domain
    }

    /// The registered label as a U-label.
    pub(crate) fn label(self) -> &'a str {
        self.label_at(self.registered)
    }

    /// What follows the registered label, as A-labels: `co.uk`. Empty for a single label.
    pub(crate) fn suffix(self) -> &'a str {
        after_dots(self.registrable, 1)
    }

    /// The label after `depth` dots, as a U-label.
    pub(crate) fn label_at(self, depth: usize) -> &'a str {
        first_label(self.from(depth))
    }

    /// What follows that label, as A-labels.
    pub(crate) fn suffix_at(self, depth: usize) -> &'a str {
        after_dots(self.domain.ascii(), depth.saturating_add(1))
    }

    /// The name after `depth` dots, as U-labels.
    pub(crate) fn from(self, depth: usize) -> &'a str {
        after_dots(self.domain.unicode(), depth)
    }

    /// The depths of the labels that may be the meant one: the registered label's and those before it.
    pub(crate) fn depths(self) -> impl Iterator<Item = usize> {
        self.registered.saturating_sub(LABELS_LOOKED_AT)..=self.registered
    }

    /// The registrable domain as A-labels.
    pub(crate) const fn registrable(self) -> &'a str {
        self.registrable
    }
}

/// `text` after its first `count` dots; empty where it has fewer.
pub(crate) fn after_dots(text: &str, count: usize) -> &str {
    let mut rest = text;
    for _ in 0..count {
        rest = after_dot(rest).unwrap_or_default();
    }
    rest
}

/// `text` after its first dot; none where it has none.
pub(crate) fn after_dot(text: &str) -> Option<&str> {
    text.get(dot(text)?.saturating_add(1)..)
}

/// `text` up to its first dot.
pub(crate) fn first_label(text: &str) -> &str {
    dot(text).and_then(|dot| text.get(..dot)).unwrap_or(text)
}

/// Labels are short: a plain loop finds their end sooner than a search for long texts.
fn dot(text: &str) -> Option<usize> {
    text.bytes().position(|octet| octet == b'.')
}

/// `text` for people, as message::Domain shows it: in Unicode only where that cannot deceive.
pub(crate) fn shown(text: &str) -> String {
    Domain::parse(text).map_or_else(|_| message::shown(text), |domain| domain.shown())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(domain: &str, label: &str, suffix: &str, registrable: &str) {
        let domain = Domain::parse(domain).unwrap();
        let name = Name::of(&domain).unwrap();
        assert_eq!(
            (name.label(), name.suffix(), name.registrable()),
            (label, suffix, registrable),
            "{domain}"
        );
    }

    #[test]
    fn is_cut_at_the_registered_label() {
        check("army.mil", "army", "mil", "army.mil");
        check("us.army.mil", "army", "mil", "army.mil");
        check("a.b.example.co.uk", "example", "co.uk", "example.co.uk");
        check("www.müller.de", "müller", "de", "xn--mller-kva.de");
        check("nhs.uk", "nhs", "uk", "nhs.uk"); // a public suffix itself
        check("localhost", "localhost", "", "localhost");
        check("army.nosuchend", "army", "nosuchend", "army.nosuchend");
    }

    #[test]
    fn a_literal_has_none() {
        assert!(Name::of(&Domain::parse("[192.0.2.1]").unwrap()).is_none());
    }
}
