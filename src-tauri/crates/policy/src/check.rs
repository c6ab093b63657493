//! Check: a document → a policy, or every fault that it has.

use std::path::Path;

use lookalike::{Additions, Correspondent};
use message::{Address, AddressError, Domain, shown};

use crate::{
    AlertChoices, Error, Fault, NoDomain, ResponsePolicy, SignInProvider, Wrong, additions, alerts,
    document::{self, CorrespondentDocument, MOST_ENTRIES, PolicyDocument},
    file, response, sign_in,
};

/// What the organisation fixed. The empty policy fixes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Policy {
    /// Domains that count as meant: the organisation's own and its partners'.
    pub protected: Vec<Domain>,
    /// Domains that are right although they look like another.
    pub trusted: Vec<Domain>,
    /// Addresses that mail has been exchanged with.
    pub known: Vec<Correspondent>,
    /// What the organisation adds to the judge's tables.
    pub additions: Additions,
    /// The organisation's name, safe to show; empty where the file has none.
    pub organisation: String,
    /// How alerts are shown.
    pub alerts: AlertChoices,
    /// Whether Astray starts when the user signs in; none leaves that to the user.
    pub autostart: Option<bool>,
    /// What it fixes of the response.
    pub response: ResponsePolicy,
    /// Providers on whose page users sign in.
    pub sign_in_providers: Vec<SignInProvider>,
}

impl Policy {
    /// Reads a policy file; where there is none, the policy is empty.
    ///
    /// # Errors
    /// [`Error::Unreadable`] where the system refuses, [`Error::Faulty`] with every fault and its place. The file is left as it is.
    pub fn read(path: &Path) -> Result<Self, Error> {
        let Some(json) = file::read(path)? else {
            return Ok(Self::default());
        };
        checked(&json).map_err(|faults| Error::Faulty {
            path: Some(path.into()),
            faults,
        })
    }

    /// Reads a policy from its JSON text.
    ///
    /// # Errors
    /// [`Error::Faulty`] with every fault and its place.
    pub fn parse(json: &str) -> Result<Self, Error> {
        checked(json).map_err(|faults| Error::Faulty { path: None, faults })
    }
}

fn checked(json: &str) -> Result<Policy, Vec<Fault>> {
    let document: PolicyDocument = document::read(json)?;
    let counts = [
        document.protected_domains.len(),
        document.trusted_domains.len(),
        document.known_correspondents.len(),
        document.well_known_domains.len(),
        document.joined_words.len(),
        document.confused_ends.len(),
        document.hostile_domains.len(),
        document.report_deadlines.len(),
        document.steps.add.len(),
        document.steps.order.len(),
        document.steps.require.len(),
        document.sign_in_providers.len(),
    ];
    let mut faults = too_many(&counts);
    let policy = Policy {
        protected: domains("protected_domains", &document.protected_domains, &mut faults),
        trusted: domains("trusted_domains", &document.trusted_domains, &mut faults),
        known: correspondents(
            "known_correspondents",
            &document.known_correspondents,
            &mut faults,
        ),
        additions: additions::checked(&document, &mut faults),
        organisation: organisation(&document.organisation, &mut faults),
        alerts: alerts::checked(&document.alerts, &mut faults),
        autostart: document.autostart,
        response: response::checked(&document, &mut faults),
        sign_in_providers: sign_in::providers(&document.sign_in_providers, &mut faults),
    };
    if faults.is_empty() {
        Ok(policy)
    } else {
        Err(faults)
    }
}

/// Letters of an organisation's name.
const LONGEST_NAME: usize = 100;

fn organisation(name: &str, faults: &mut Vec<Fault>) -> String {
    let name = shown(name.trim());
    if name.chars().count() > LONGEST_NAME {
        let what = Wrong::TooLong { most: LONGEST_NAME };
        faults.push(Fault::key("organisation", what));
    }
    name
}

/// A fault where all lists together are longer than a file may be.
pub(crate) fn too_many(counts: &[usize]) -> Vec<Fault> {
    let count = counts.iter().sum::<usize>();
    match count > MOST_ENTRIES {
        true => vec![Fault::whole(Wrong::TooMany {
            count,
            most: MOST_ENTRIES,
        })],
        false => Vec::new(),
    }
}

/// The domains of one list; each text that is none becomes a fault.
pub(crate) fn domains(key: &str, texts: &[String], faults: &mut Vec<Fault>) -> Vec<Domain> {
    each(texts, faults, |index, text| {
        let wrong = |why| Wrong::NoDomain {
            text: shown(text),
            why,
        };
        domain(text).map_err(|why| Fault::entry(key, index, "", wrong(why)))
    })
}

/// The addresses of one list; each text that is none becomes a fault.
pub(crate) fn addresses(key: &str, texts: &[String], faults: &mut Vec<Fault>) -> Vec<Address> {
    each(texts, faults, |index, text| address(key, index, "", text))
}

fn correspondents(
    key: &str,
    documents: &[CorrespondentDocument],
    faults: &mut Vec<Fault>,
) -> Vec<Correspondent> {
    each(documents, faults, |index, document| {
        let address = address(key, index, ".address", &document.address)?;
        Ok(Correspondent {
            address,
            sent: document.sent,
            received: document.received,
        })
    })
}

pub(crate) fn each<I, O>(
    entries: &[I],
    faults: &mut Vec<Fault>,
    check: impl Fn(usize, &I) -> Result<O, Fault>,
) -> Vec<O> {
    let mut fine = Vec::with_capacity(entries.len());
    for (index, entry) in entries.iter().enumerate() {
        match check(index, entry) {
            Ok(value) => fine.push(value),
            Err(fault) => faults.push(fault),
        }
    }
    fine
}

fn address(key: &str, index: usize, field: &str, text: &str) -> Result<Address, Fault> {
    Address::parse(text).map_err(|why| Fault::entry(key, index, field, no_address(text, why)))
}

/// The address that stands under a key of its own.
pub(crate) fn address_in(key: &str, text: &str) -> Result<Address, Fault> {
    Address::parse(text).map_err(|why| Fault::key(key, no_address(text, why)))
}

fn no_address(text: &str, why: AddressError) -> Wrong {
    Wrong::NoAddress {
        text: shown(text),
        why,
    }
}

/// A domain that can be compared with: it has a dot, since a single label would stand for a whole top-level domain.
fn domain(text: &str) -> Result<Domain, NoDomain> {
    let domain = Domain::parse(text).map_err(|_| NoDomain::of(text))?;
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if !domain.is_literal() && !domain.ascii().chars().all(is_name) {
        return Err(NoDomain::of(text));
    }
    match (domain.is_literal(), domain.labels().count()) {
        (true, _) => Err(NoDomain::Number),
        (false, ..=1) => Err(NoDomain::NoDot),
        (false, _) => Ok(domain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(json: &str, expected: &str) {
        assert_eq!(
            Policy::parse(json).unwrap_err().to_string(),
            format!("the policy cannot be used: {expected}"),
            "{json}"
        );
    }

    #[test]
    fn reads_a_policy() {
        let policy = Policy::parse(
            r#"{"protected_domains": ["Army.MIL", "müller.de"], "trusted_domains": ["army.ml."],
                "known_correspondents": [{"address": "John@army.mil", "sent": 41, "received": 12}, {"address": "a@b.example"}]}"#,
        )
        .unwrap();
        assert_eq!(
            policy.protected.iter().map(Domain::ascii).collect::<Vec<_>>(),
            ["army.mil", "xn--mller-kva.de"]
        );
        assert_eq!(
            policy.trusted.iter().map(Domain::ascii).collect::<Vec<_>>(),
            ["army.ml"]
        );
        let known: Vec<_> = policy
            .known
            .iter()
            .map(|known| (known.address.to_string(), known.sent, known.received))
            .collect();
        assert_eq!(
            known,
            [("John@army.mil".into(), 41, 12), ("a@b.example".into(), 0, 0)]
        );
        assert_eq!(Policy::parse("{}").unwrap(), Policy::default());
    }

    #[test]
    fn names_the_line_of_what_is_no_json() {
        check("", "line 1, column 0: EOF while parsing a value");
        check(
            "{\n  \"protected_domains\": [\"army.mil\",]\n}",
            "line 2, column 36: trailing comma",
        );
        check(
            "{\n  \"protected\": []\n}",
            "line 2, column 13: unknown field \"protected\"",
        );
        check(
            "{\"protected_domains\": \"army.mil\"}",
            "line 1, column 32: invalid type: string \"army.mil\", expected a sequence",
        );
        check(
            "{\"known_correspondents\": [{}]}",
            "line 1, column 28: missing field \"address\"",
        );
        check(
            "{\"known_correspondents\": [{\"address\": \"a@b.example\", \"sent\": -1}]}",
            "line 1, column 63: invalid value: integer \"-1\", expected u32",
        );
        check("{}\n{}", "line 2, column 1: trailing characters");
    }

    #[test]
    fn names_the_place_of_every_bad_entry_at_once() {
        check(
            r#"{"protected_domains": ["army.mil", "army mil", "com"], "trusted_domains": ["", "https://army.ml/", "john@army.ml"],
                "known_correspondents": [{"address": "a@b.example"}, {"address": "john"}]}"#,
            "protected_domains[1]: “army mil” is no domain: it has a space in it; \
             protected_domains[2]: “com” is no domain: a domain has a dot, as in army.mil; \
             trusted_domains[0]: “” is no domain: there is nothing; \
             trusted_domains[1]: “https://army.ml/” is no domain: leave out what belongs to a web address; \
             trusted_domains[2]: “john@army.ml” is no domain: leave out the @ and what stands before it; \
             known_correspondents[1].address: “john” is no address: “john” has no @",
        );
        check(
            r#"{"protected_domains": ["*.army.mil", "army..mil", "[192.0.2.1]", "ar\u202emy.mil", "ar%my.mil"]}"#,
            "protected_domains[0]: “*.army.mil” is no domain: leave out the *, as subdomains are meant anyway; \
             protected_domains[1]: “army..mil” is no domain: it has a dot too many; \
             protected_domains[2]: “[192.0.2.1]” is no domain: name the host, not its number; \
             protected_domains[3]: “arU+202Emy.mil” is no domain: letters, digits, hyphens and dots make a domain, in parts of at most 63; \
             protected_domains[4]: “ar%my.mil” is no domain: letters, digits, hyphens and dots make a domain, in parts of at most 63",
        );
    }

    #[test]
    fn many_faults_are_counted() {
        let json = format!("{{\"trusted_domains\": [{}]}}", ["\"\""; 12].join(","));
        let message = Policy::parse(&json).unwrap_err().to_string();
        assert!(
            message.ends_with("trusted_domains[9]: “” is no domain: there is nothing; and 2 more"),
            "{message}"
        );
    }

    #[test]
    fn a_policy_has_its_bounds() {
        check(&" ".repeat(1024 * 1024 + 1), "it is larger than 1 MiB");
        let list = |count| vec!["\"a.de\""; count].join(",");
        let json = format!(
            "{{\"protected_domains\": [{}], \"trusted_domains\": [{}]}}",
            list(40_000),
            list(10_001)
        );
        check(&json, "it holds 50001 entries, more than 50000");
        assert!(Policy::parse(&format!("{{\"protected_domains\": [{}]}}", list(50_000))).is_ok());
    }

    #[test]
    fn a_missing_file_is_an_empty_policy() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(
            Policy::read(&dir.path().join("policy.json")).unwrap(),
            Policy::default()
        );
    }

    #[test]
    fn says_which_file_and_what_to_do() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("policy.json");
        std::fs::write(&path, "[").unwrap();
        let error = Policy::read(&path).unwrap_err();
        let message = format!("{} cannot be used: line 1, column 1: ", path.display());
        assert!(error.to_string().starts_with(&message), "{error}");
        assert!(
            error.hint().contains(&path.display().to_string()),
            "{}",
            error.hint()
        );
        assert!(matches!(Policy::read(dir.path()), Err(Error::Unreadable { .. }))); // a directory
    }
}
