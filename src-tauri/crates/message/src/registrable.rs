//! RegistrableDomain: the part of a domain that somebody registered.

use crate::Domain;

/// A public suffix and one label more (`example.co.uk`), by the ICANN part of the Public Suffix List.
///
/// The private part (`github.io`) is left out on purpose: for a mail domain the question is who registered it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegistrableDomain {
    name: Box<str>,
    label_len: usize,
}

impl RegistrableDomain {
    pub(crate) fn of(domain: &Domain) -> Option<Self> {
        let name = Self::part_of(domain)?;
        let label_len = name.find('.')?;
        Some(Self {
            name: name.into(),
            label_len,
        })
    }

    /// The registrable part of the domain's A-label form.
    pub(crate) fn part_of(domain: &Domain) -> Option<&str> {
        if domain.is_literal() {
            return None;
        }
        let name = domain.ascii();
        let before = name.len().checked_sub(icann_suffix(name)?.len())?;
        let label_end = before.checked_sub(1)?;
        let dot = name.get(..label_end)?.bytes().rposition(|octet| octet == b'.');
        name.get(dot.map_or(0, |dot| dot.saturating_add(1))..)
    }

    /// The whole, `example.co.uk`.
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// The registered label, `example`.
    pub fn label(&self) -> &str {
        self.name.get(..self.label_len).unwrap_or_default()
    }

    /// The public suffix, `co.uk`.
    pub fn suffix(&self) -> &str {
        self.name
            .get(self.label_len.saturating_add(1)..)
            .unwrap_or_default()
    }
}

/// The longest suffix of `name` under an ICANN rule; its last label where no rule matches.
fn icann_suffix(name: &str) -> Option<&str> {
    let mut name = name;
    loop {
        let found = psl::suffix(name.as_bytes())?;
        let suffix = name.get(name.len().checked_sub(found.as_bytes().len())?..)?;
        if found.typ() != Some(psl::Type::Private) {
            return Some(suffix);
        }
        name = suffix.split_once('.')?.1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, expected: Option<(&str, &str)>) {
        let found = Domain::parse(name).unwrap().registrable();
        assert_eq!(
            found.as_ref().map(|r| (r.label(), r.suffix())),
            expected,
            "{name}"
        );
    }

    #[test]
    fn splits_by_the_icann_part_of_the_list() {
        check("us.army.mil", Some(("army", "mil")));
        check("mail.example.co.uk", Some(("example", "co.uk")));
        check("someone.github.io", Some(("github", "io"))); // github.io is in the private part
        check("example.nosuchend", Some(("example", "nosuchend"))); // the list's default rule
        check("www.city.kawasaki.jp", Some(("city", "kawasaki.jp"))); // an exception rule
        check("a.müller.de", Some(("xn--mller-kva", "de")));
    }

    #[test]
    fn a_bare_suffix_has_none() {
        check("co.uk", None);
        check("nhs.uk", None); // a public suffix itself
        check("localhost", None);
        check("[192.0.2.1]", None);
    }
}
