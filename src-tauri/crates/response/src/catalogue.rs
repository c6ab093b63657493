//! Catalogue: the letters' texts in each language, which an organisation's own replace, and the words of the report.

use std::{collections::BTreeMap, sync::OnceLock};

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use jiff::tz::TimeZone;
use template::{Language, LetterKind, Template};
use unic_langid::LanguageIdentifier;

/// In which words letters are written: the language, the time zone of the dates in them, and the organisation's own templates.
#[derive(Clone, Debug)]
pub struct Wording {
    /// The language.
    pub language: Language,
    /// The user's time zone.
    pub zone: TimeZone,
    /// Templates that stand in for the ones that come with Astray.
    pub replaced: BTreeMap<(LetterKind, Language), Template>,
}

impl Wording {
    /// The texts that come with Astray.
    pub const fn new(language: Language, zone: TimeZone) -> Self {
        Self {
            language,
            zone,
            replaced: BTreeMap::new(),
        }
    }

    /// The template of a letter: the organisation's own where it has one in this language.
    pub(crate) fn template(&self, kind: LetterKind) -> Option<&Template> {
        let key = (kind, self.language);
        self.replaced.get(&key).or_else(|| shipped().get(&key))
    }

    /// The word or sentence of that name.
    pub(crate) fn word(&self, id: &str) -> String {
        self.word_with(id, &[])
    }

    /// The sentence of that name with its values. Values are text for people.
    pub(crate) fn word_with(&self, id: &str, values: &[(&'static str, String)]) -> String {
        let bundle = match self.language {
            Language::English => bundle(Language::English),
            Language::German => bundle(Language::German),
        };
        let arguments: FluentArgs<'_> = values
            .iter()
            .map(|(name, value)| (*name, value.as_str()))
            .collect();
        match bundle.get_message(id).and_then(|message| message.value()) {
            Some(pattern) => bundle
                .format_pattern(pattern, Some(&arguments), &mut Vec::new())
                .into_owned(),
            None => id.to_owned(),
        }
    }
}

/// The text of the template that comes with Astray, for whoever wants to write one of their own.
pub const fn shipped_text(kind: LetterKind, language: Language) -> &'static str {
    match (kind, language) {
        (LetterKind::Recall, Language::English) => include_str!("../templates/en/recall.txt"),
        (LetterKind::Reminder, Language::English) => include_str!("../templates/en/reminder.txt"),
        (LetterKind::Report, Language::English) => include_str!("../templates/en/report.txt"),
        (LetterKind::Recall, Language::German) => include_str!("../templates/de/recall.txt"),
        (LetterKind::Reminder, Language::German) => include_str!("../templates/de/reminder.txt"),
        (LetterKind::Report, Language::German) => include_str!("../templates/de/report.txt"),
    }
}

fn shipped() -> &'static BTreeMap<(LetterKind, Language), Template> {
    static SHIPPED: OnceLock<BTreeMap<(LetterKind, Language), Template>> = OnceLock::new();
    SHIPPED.get_or_init(|| {
        let keys = LetterKind::ALL
            .into_iter()
            .flat_map(|kind| Language::ALL.into_iter().map(move |language| (kind, language)));
        // A test proves that each of them is a template.
        keys.filter_map(|key| Some((key, Template::parse(key.0, shipped_text(key.0, key.1)).ok()?)))
            .collect()
    })
}

fn bundle(language: Language) -> &'static FluentBundle<FluentResource> {
    static ENGLISH: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    static GERMAN: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    match language {
        Language::English => ENGLISH.get_or_init(|| read("en", include_str!("../wording/en/report.ftl"))),
        Language::German => GERMAN.get_or_init(|| read("de", include_str!("../wording/de/report.ftl"))),
    }
}

fn read(tag: &str, text: &str) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = tag.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    bundle.set_use_isolating(false);
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(read, _)| read);
    bundle.add_resource_overriding(resource);
    bundle
}
