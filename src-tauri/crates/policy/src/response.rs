//! What an organisation fixes of the response: whom to reach, by when, what not to do, and how long the record is kept.

use std::collections::BTreeMap;

use message::{Address, Domain, HeaderText, shown};
use template::{Language, LetterKind, Template};

use crate::{
    Fault, Policy, Unit, Wrong,
    check::{address_in, domains, each},
    document::PolicyDocument,
    preferences::Preferences,
    response_document::{DeadlineDocument, TextsDocument},
    steps::{self, OwnStep},
};

/// What the organisation fixed of the response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponsePolicy {
    /// Whom to report to.
    pub desk: SecurityDesk,
    /// By when it has to be decided whether somebody must be told, the earliest first. Never empty.
    pub deadlines: Vec<ReportDeadline>,
    /// Whether an incident can be closed without a report.
    pub must_report: bool,
    /// Whether nobody outside is to be asked to delete anything.
    pub do_not_contact: bool,
    /// Domains that are known to mean harm, each with its subdomains: nobody there is to be written to.
    pub hostile: Vec<Domain>,
    /// Days that an unintended recipient is given to answer.
    pub answer_days: u32,
    /// How the message is to be sent again, where it must not go as ordinary mail. Empty for any way.
    pub secure_way: HeaderText,
    /// Steps of the organisation's own.
    pub own_steps: Vec<OwnStep>,
    /// The names of the steps between marked and close, in their order.
    pub order: Vec<String>,
    /// The names of those without which an incident cannot be closed.
    pub required: Vec<String>,
    /// Texts that stand in for those that come with Astray.
    pub templates: BTreeMap<(LetterKind, Language), Template>,
    /// Days that the record is kept; none where the user chooses.
    pub retention_days: Option<u32>,
}

/// Whom to report to. What is not known is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SecurityDesk {
    /// What people call it.
    pub name: HeaderText,
    /// Where reports go.
    pub email: Option<Address>,
    /// The telephone number.
    pub phone: HeaderText,
    /// When somebody is there.
    pub hours: HeaderText,
    /// What the user is told to say or do when calling.
    pub words: HeaderText,
}

/// By when it has to be decided whether somebody must be told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportDeadline {
    /// What it is.
    pub name: HeaderText,
    /// Hours from when the user said that it is a mistake.
    pub hours: u32,
    /// Where it comes from.
    pub source: HeaderText,
    /// Which of the usual ones it is; none where the organisation named it.
    pub usual: Option<UsualDeadline>,
}

/// A deadline that is counted down where the organisation names none. RESPONSE.md says more of where they come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UsualDeadline {
    /// Personal data, in the EU and the UK.
    PersonalData,
    /// What was made or told under a contract with the US Department of Defense.
    UsDefence,
    /// Health data in the US.
    UsHealth,
}

impl ResponsePolicy {
    /// The step of that name, where it is the organisation's own.
    pub fn own_step(&self, name: &str) -> Option<&OwnStep> {
        self.own_steps.iter().find(|step| step.name == name)
    }

    /// Whether nobody at this domain is to be written to.
    pub fn is_hostile(&self, domain: &Domain) -> bool {
        self.do_not_contact || self.hostile.iter().any(|hostile| domain.is_within(hostile))
    }
}

impl Default for ResponsePolicy {
    fn default() -> Self {
        Self {
            desk: SecurityDesk::default(),
            deadlines: built_in_deadlines(),
            must_report: false,
            do_not_contact: false,
            hostile: Vec::new(),
            answer_days: ANSWER_DAYS,
            secure_way: HeaderText::default(),
            own_steps: Vec::new(),
            order: steps::ordered(&[], &[]),
            required: Vec::new(),
            templates: BTreeMap::new(),
            retention_days: None,
        }
    }
}

/// How many days the record is kept: what the organisation fixed, else what the user chose, else 400.
pub fn retention_days(policy: &Policy, preferences: &Preferences) -> u32 {
    let fixed = policy.response.retention_days;
    fixed.or(preferences.retention_days).unwrap_or(RETENTION_DAYS)
}

pub(crate) fn checked(document: &PolicyDocument, faults: &mut Vec<Fault>) -> ResponsePolicy {
    let desk = &document.security_desk;
    let email = desk
        .email
        .as_deref()
        .map(|text| address_in("security_desk.email", text));
    let email = email.and_then(|address| address.map_err(|fault| faults.push(fault)).ok());
    let mut deadlines = each(&document.report_deadlines, faults, deadline);
    if deadlines.is_empty() {
        deadlines = built_in_deadlines();
    }
    deadlines.sort_by_key(|deadline| deadline.hours);
    let (own_steps, order, required) = steps::checked(&document.steps, faults);
    ResponsePolicy {
        desk: SecurityDesk {
            name: HeaderText::clean(&desk.name),
            email,
            phone: HeaderText::clean(&desk.phone),
            hours: HeaderText::clean(&desk.hours),
            words: HeaderText::clean(&desk.words),
        },
        deadlines,
        must_report: document.must_report,
        do_not_contact: document.do_not_contact,
        hostile: domains("hostile_domains", &document.hostile_domains, faults),
        answer_days: document
            .answer_days
            .map_or(ANSWER_DAYS, |days| days_in("answer_days", days, 1..=90, faults)),
        secure_way: HeaderText::clean(&document.secure_way),
        own_steps,
        order,
        required,
        templates: templates(&document.templates, faults),
        retention_days: document.retention_days.map(|days| retention(days, faults)),
    }
}

/// Days of retention within their bounds.
pub(crate) fn retention(days: u32, faults: &mut Vec<Fault>) -> u32 {
    days_in("retention_days", days, 1..=36_500, faults)
}

fn days_in(key: &str, days: u32, range: std::ops::RangeInclusive<u32>, faults: &mut Vec<Fault>) -> u32 {
    if !range.contains(&days) {
        let what = Wrong::OutOfBounds {
            number: days,
            least: *range.start(),
            most: *range.end(),
            unit: Unit::Days,
        };
        faults.push(Fault::key(key, what));
    }
    days
}

fn deadline(index: usize, document: &DeadlineDocument) -> Result<ReportDeadline, Fault> {
    let fault = |field: &str, what: Wrong| Fault::entry("report_deadlines", index, field, what);
    if !(1..=MOST_HOURS).contains(&document.hours) {
        let what = Wrong::OutOfBounds {
            number: document.hours,
            least: 1,
            most: MOST_HOURS,
            unit: Unit::Hours,
        };
        return Err(fault(".hours", what));
    }
    for (field, text) in [(".name", &document.name), (".source", &document.source)] {
        if text.trim().is_empty() {
            return Err(fault(field, Wrong::Nothing));
        }
    }
    Ok(ReportDeadline {
        name: HeaderText::clean(&document.name),
        hours: document.hours,
        source: HeaderText::clean(&document.source),
        usual: None,
    })
}

fn templates(
    documents: &BTreeMap<String, TextsDocument>,
    faults: &mut Vec<Fault>,
) -> BTreeMap<(LetterKind, Language), Template> {
    let mut templates = BTreeMap::new();
    let texts = documents
        .iter()
        .flat_map(|(letter, texts)| texts.iter().map(move |(language, text)| (letter, language, text)));
    for (letter, language, text) in texts {
        match template(letter, language, text) {
            Ok((place, template)) => drop(templates.insert(place, template)),
            Err(fault) => faults.push(fault),
        }
    }
    templates
}

fn template(letter: &str, language: &str, text: &str) -> Result<((LetterKind, Language), Template), Fault> {
    let key = |rest: &str| format!("templates.{}{rest}", shown(letter));
    let kind = LetterKind::parse(letter).ok_or_else(|| {
        let known = LetterKind::ALL.map(LetterKind::as_str).join(", ");
        Fault::key(&key(""), Wrong::NoLetter { known })
    })?;
    let place = key(&format!(".{}", shown(language)));
    let language = Language::parse(language).ok_or_else(|| {
        let known = Language::ALL.map(Language::as_str).join(", ");
        Fault::key(&place, Wrong::NoLanguage { known })
    })?;
    let template = Template::parse(kind, text).map_err(|why| Fault::key(&place, why.into()))?;
    Ok(((kind, language), template))
}

fn built_in_deadlines() -> Vec<ReportDeadline> {
    let deadline = |&(usual, name, hours, source): &(UsualDeadline, &str, u32, &str)| ReportDeadline {
        name: HeaderText::clean(name),
        hours,
        source: HeaderText::clean(source),
        usual: Some(usual),
    };
    DEADLINES.iter().map(deadline).collect()
}

/// What is counted down where the organisation names nothing.
const DEADLINES: [(UsualDeadline, &str, u32, &str); 3] = [
    (
        UsualDeadline::PersonalData,
        "Personal data",
        72,
        "GDPR Article 33; UK ICO",
    ),
    (
        UsualDeadline::UsDefence,
        "US defence contracts",
        72,
        "DFARS 252.204-7012",
    ),
    (
        UsualDeadline::UsHealth,
        "US health data",
        60 * 24,
        "HIPAA, 45 CFR 164.404",
    ),
];

/// Ten years.
const MOST_HOURS: u32 = 87_600;

const ANSWER_DAYS: u32 = 3;

const RETENTION_DAYS: u32 = 400;

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(json: &str) -> ResponsePolicy {
        Policy::parse(json).unwrap().response
    }

    #[test]
    fn what_is_fixed_is_read() {
        let read = policy(
            r#"{"security_desk": {"name": "Security desk", "email": "desk@acme.example", "phone": "+44 20 7946 0000",
                                  "hours": "always", "words": "Say “stray message”.\nNothing else."},
                "report_deadlines": [{"name": "Board", "hours": 96, "source": "by-laws"}, {"name": "DPO", "hours": 24, "source": "by-laws"}],
                "must_report": true, "hostile_domains": ["army.ml"], "answer_days": 5, "secure_way": "the vault",
                "steps": {"add": [{"name": "tell_client", "title": "Tell the client", "text": "Call them."}],
                          "order": ["report", "tell_client"], "require": ["report", "tell_client"]},
                "templates": {"recall": {"de": "Subject: Bitte löschen\n\nBitte bis {confirm_by}."}},
                "retention_days": 30}"#,
        );
        let template = read
            .templates
            .get(&(LetterKind::Recall, Language::German))
            .unwrap();
        let filled = template.fill(&[("confirm_by", "Freitag")]);
        assert_eq!(filled.text, "Bitte bis Freitag.\n");
        assert_eq!(read.desk.words.as_str(), "Say “stray message”. Nothing else.");
        assert_eq!(read.desk.email.as_ref().unwrap().to_string(), "desk@acme.example");
        assert_eq!(
            read.deadlines
                .iter()
                .map(|deadline| deadline.hours)
                .collect::<Vec<_>>(),
            [24, 96]
        );
        let expected = [
            "report",
            "tell_client",
            "harm",
            "deletion",
            "resend",
            "prevention",
        ];
        assert_eq!(read.order, expected);
        assert_eq!(read.required, ["report", "tell_client"]);
        assert_eq!(
            read.own_step("tell_client").unwrap().title.as_str(),
            "Tell the client"
        );
        assert_eq!(
            (read.answer_days, read.retention_days, read.must_report),
            (5, Some(30), true)
        );
    }

    #[test]
    fn an_empty_policy_has_what_is_built_in() {
        let built_in = policy("{}");
        assert_eq!(built_in, ResponsePolicy::default());
        let hours: Vec<u32> = built_in.deadlines.iter().map(|deadline| deadline.hours).collect();
        assert_eq!(hours, [72, 72, 1440]);
        assert_eq!(
            built_in.order,
            ["harm", "deletion", "report", "resend", "prevention"]
        );
    }

    fn check(faulty: &[(&str, &str)]) {
        for (json, expected) in faulty {
            let message = Policy::parse(json).unwrap_err().to_string();
            assert!(message.ends_with(&format!(": {expected}")), "{json}: {message}");
        }
    }

    #[test]
    fn every_fault_has_its_place() {
        check(&[
            (
                r#"{"security_desk": {"email": "desk"}}"#,
                "security_desk.email: “desk” is no address: “desk” has no @",
            ),
            (
                r#"{"report_deadlines": [{"name": "x", "hours": 0, "source": "y"}]}"#,
                "report_deadlines[0].hours: 0 is not between 1 and 87600 hours",
            ),
            (
                r#"{"report_deadlines": [{"name": "x", "hours": 1, "source": " "}]}"#,
                "report_deadlines[0].source: there is nothing",
            ),
            (
                r#"{"answer_days": 91}"#,
                "answer_days: 91 is not between 1 and 90 days",
            ),
            (
                r#"{"retention_days": 0}"#,
                "retention_days: 0 is not between 1 and 36500 days",
            ),
            (
                r#"{"hostile_domains": ["ml"]}"#,
                "hostile_domains[0]: “ml” is no domain: a domain has a dot, as in army.mil",
            ),
        ]);
    }

    #[test]
    fn every_fault_of_steps_and_letters_has_its_place() {
        check(&[
            (
                r#"{"steps": {"order": ["dance"]}}"#,
                "steps.order[0]: there is no step “dance”",
            ),
            (
                r#"{"steps": {"require": ["report", "report"]}}"#,
                "steps.require[1]: “report” stands here twice",
            ),
            (
                r#"{"steps": {"order": ["report", "close"]}}"#,
                "steps.order: “close” has a fixed place: mistake and marked come first, close comes last",
            ),
            (
                r#"{"templates": {"recall": {"en": "Subject: x\n\n{subject}"}}}"#,
                "templates.recall.en: line 3: there is no placeholder {subject} here; there are from, sent_at, confirm_by, contact",
            ),
            (
                r#"{"templates": {"apology": {"en": "x"}, "report": {"fr": "x"}}}"#,
                "templates.apology: there is no such letter; there are recall, reminder, report; \
                 templates.report.fr: letters are not written in this language, but in en, de",
            ),
            (
                r#"{"steps": {"add": [{"name": "report", "title": "x", "text": ""}]}}"#,
                "steps.add[0].name: there is a step “report” already",
            ),
            (
                r#"{"steps": {"add": [{"name": "Tell", "title": "x", "text": ""}]}}"#,
                "steps.add[0].name: “Tell” is no name of 1 to 40 small letters, digits and _",
            ),
        ]);
    }

    #[test]
    fn the_organisation_decides_how_long_the_record_is_kept_then_the_user() {
        let fixed = Policy::parse(r#"{"retention_days": 30}"#).unwrap();
        let chosen = Preferences {
            retention_days: Some(90),
            ..Preferences::default()
        };
        for (policy, preferences, expected) in [
            (&fixed, &chosen, 30),
            (&Policy::default(), &chosen, 90),
            (&Policy::default(), &Preferences::default(), 400),
        ] {
            assert_eq!(retention_days(policy, preferences), expected);
        }
    }

    #[test]
    fn hostile_are_the_named_domains_with_their_subdomains_or_all() {
        let named = policy(r#"{"hostile_domains": ["army.ml"]}"#);
        for (domain, expected) in [("army.ml", true), ("mail.army.ml", true), ("notarmy.ml", false)] {
            assert_eq!(
                named.is_hostile(&Domain::parse(domain).unwrap()),
                expected,
                "{domain}"
            );
        }
        let all = policy(r#"{"do_not_contact": true}"#);
        assert!(all.is_hostile(&Domain::parse("a.example").unwrap()));
    }
}
