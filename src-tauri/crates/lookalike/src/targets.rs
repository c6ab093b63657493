//! Targets: the domains that may be meant, many in little memory.

use crate::{
    name::{Name, after_dots, first_label, shown},
    names::Names,
};

/// Why a target counts. A later one outweighs an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Standing {
    /// The user exchanges mail with it.
    Known,
    /// A mail provider that everybody knows.
    WellKnown,
    /// The organisation or the user protects it.
    Protected,
}

/// One domain that may be meant.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target<'a> {
    pub(crate) domain: TargetDomain<'a>,
    pub(crate) standing: Standing,
    /// The registered label as a U-label, and what follows it.
    pub(crate) label: &'a str,
    pub(crate) suffix: &'a str,
    pub(crate) registrable: &'a str,
    /// Whether it is a subdomain: then only its dots and its being embedded are looked at.
    pub(crate) is_subdomain: bool,
}

/// A target's domain in both forms.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TargetDomain<'a> {
    ascii: &'a str,
    unicode: &'a str,
}

impl<'a> TargetDomain<'a> {
    /// The A-label form.
    pub(crate) const fn ascii(self) -> &'a str {
        self.ascii
    }

    /// The U-label form.
    pub(crate) const fn unicode(self) -> &'a str {
        self.unicode
    }

    /// The domain for people.
    pub(crate) fn shown(self) -> String {
        match self.ascii == self.unicode {
            true => self.ascii.to_owned(),
            false => shown(self.ascii),
        }
    }
}

/// All targets, each domain once, with a number.
#[derive(Clone, Debug, Default)]
pub(crate) struct Targets {
    names: Names,
    records: Vec<Record>,
    /// The U-label forms that differ from the A-label forms, by number.
    unicode: Vec<(u32, Box<str>)>,
    /// Letters of the longest level above the last one of any target's end: 2 for `co.uk`.
    longest_upper_level: usize,
}

#[derive(Clone, Copy, Debug)]
struct Record {
    standing: Standing,
    /// Labels before the registered one. A domain has up to 127 (RFC 1035 section 2.3.4).
    registered: u8,
}

impl Targets {
    /// Adds a domain, and the registrable one that it is under. Of two standings the higher one stays.
    pub(crate) fn insert(&mut self, name: Name<'_>, standing: Standing) {
        let depth = name.depth();
        self.insert_one(name.domain().ascii(), name.domain().unicode(), depth, standing);
        if depth > 0 {
            self.insert_one(name.registrable(), name.from(depth), 0, standing);
        }
    }

    fn insert_one(&mut self, ascii: &str, unicode: &str, depth: usize, standing: Standing) {
        let Some(number) = self.names.insert(ascii) else {
            return;
        };
        if let Some(record) = at(number).and_then(|at| self.records.get_mut(at)) {
            record.standing = standing.max(record.standing);
            return;
        }
        self.records.push(Record {
            standing,
            registered: u8::try_from(depth).unwrap_or(u8::MAX),
        });
        if unicode != ascii {
            self.unicode.push((number, unicode.into()));
        }
        let upper = after_dots(ascii, depth.saturating_add(1)).rsplit('.').skip(1);
        self.longest_upper_level = upper.map(str::len).fold(self.longest_upper_level, usize::max);
    }

    /// Letters of the longest level above the last one of any target's end.
    pub(crate) const fn longest_upper_level(&self) -> usize {
        self.longest_upper_level
    }

    /// Gives back the memory that was held for more targets.
    pub(crate) fn shrink(&mut self) {
        self.names.shrink();
        self.records.shrink_to_fit();
        self.unicode.shrink_to_fit();
    }

    pub(crate) const fn len(&self) -> usize {
        self.records.len()
    }

    pub(crate) fn contains(&self, ascii: &str) -> bool {
        self.names.contains(ascii)
    }

    pub(crate) fn get(&self, number: u32) -> Option<Target<'_>> {
        let record = self.records.get(at(number)?)?;
        let ascii = self.names.get(number)?;
        let unicode = self.unicode.binary_search_by_key(&number, |(number, _)| *number);
        let unicode = unicode.ok().and_then(|at| self.unicode.get(at));
        let unicode = unicode.map_or(ascii, |(_, unicode)| unicode);
        let depth = usize::from(record.registered);
        Some(Target {
            domain: TargetDomain { ascii, unicode },
            standing: record.standing,
            label: first_label(after_dots(unicode, depth)),
            suffix: after_dots(ascii, depth.saturating_add(1)),
            registrable: after_dots(ascii, depth),
            is_subdomain: depth > 0,
        })
    }

    /// Every target with its number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, Target<'_>)> {
        let numbers = 0..u32::try_from(self.len()).unwrap_or(u32::MAX);
        numbers.filter_map(|number| Some((number, self.get(number)?)))
    }
}

fn at(number: u32) -> Option<usize> {
    usize::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use message::Domain;

    use super::*;

    fn targets(domains: &[(&str, Standing)]) -> Targets {
        let mut targets = Targets::default();
        for (domain, standing) in domains {
            let domain = Domain::parse(domain).unwrap();
            targets.insert(Name::of(&domain).unwrap(), *standing);
        }
        targets
    }

    #[test]
    fn a_target_is_as_it_was_given_with_the_one_above() {
        let targets = targets(&[("mail.müller.co.uk", Standing::Known)]);
        let all: Vec<Target<'_>> = targets.iter().map(|(_, target)| target).collect();
        let [whole, above] = all[..] else {
            panic!("{all:?}")
        };
        assert_eq!(whole.domain.ascii(), "mail.xn--mller-kva.co.uk");
        assert_eq!(whole.domain.unicode(), "mail.müller.co.uk");
        assert_eq!(whole.domain.shown(), "mail.müller.co.uk");
        assert_eq!((whole.label, whole.suffix), ("müller", "co.uk"));
        assert!(whole.is_subdomain && !above.is_subdomain);
        assert_eq!(above.domain.ascii(), "xn--mller-kva.co.uk");
        assert_eq!((above.label, above.suffix), ("müller", "co.uk"));
        assert_eq!(whole.registrable, above.registrable);
    }

    #[test]
    fn the_higher_standing_stays() {
        for order in [
            [Standing::Known, Standing::Protected],
            [Standing::Protected, Standing::Known],
        ] {
            let targets = targets(&[("army.mil", order[0]), ("us.army.mil", order[1])]);
            let army = targets.iter().find(|(_, target)| !target.is_subdomain).unwrap().1;
            assert_eq!((army.standing, targets.len()), (Standing::Protected, 2));
        }
    }

    #[test]
    fn says_what_it_contains() {
        let targets = targets(&[("us.army.mil", Standing::Known)]);
        assert!(targets.contains("army.mil") && targets.contains("us.army.mil"));
        assert!(!targets.contains("mil"));
    }
}
