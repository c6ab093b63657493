//! Every sentence that the agent and the window's commands say, from one Fluent catalogue a language.

pub(crate) mod errors;
mod faults;
pub(crate) mod files;
mod line;
mod locale;
mod reasons;

use std::sync::{
    OnceLock,
    atomic::{AtomicBool, Ordering},
};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use policy::Language;
use unic_langid::LanguageIdentifier;

pub(crate) use locale::Locale;
pub(crate) use reasons::reason;

/// The catalogue of a language: its files, one a subject, as one text.
macro_rules! catalogue {
    ($language:literal: $($subject:literal),+) => {
        concat!($(include_str!(concat!("../wording/", $language, "/", $subject, ".ftl")), "\n"),+)
    };
}

const ENGLISH: &str = catalogue!("en": "agent", "errors", "faults", "files", "incident", "reasons", "report", "sign_in", "steps", "window");
const GERMAN: &str = catalogue!("de": "agent", "errors", "faults", "files", "incident", "reasons", "report", "sign_in", "steps", "window");

static SPEAKS_GERMAN: AtomicBool = AtomicBool::new(false);

/// Says everything from now on as the user chose, or else as the desktop does.
pub(crate) fn speak(chosen: Option<Language>) -> Locale {
    let locale = Locale::of(chosen, |name| std::env::var(name).ok());
    SPEAKS_GERMAN.store(locale.language == Language::German, Ordering::Relaxed);
    locale
}

/// The language that is spoken, as letters are written in it.
pub(crate) fn language() -> template::Language {
    match spoken() {
        Language::English => template::Language::English,
        Language::German => template::Language::German,
    }
}

fn spoken() -> Language {
    match SPEAKS_GERMAN.load(Ordering::Relaxed) {
        true => Language::German,
        false => Language::English,
    }
}

/// The catalogues as they are written, one a language.
pub(crate) const fn sources() -> [&'static str; 2] {
    [ENGLISH, GERMAN]
}

/// A language's sentences, read when the first of them is said.
fn catalogue(language: Language) -> &'static FluentBundle<FluentResource> {
    static CATALOGUES: [OnceLock<FluentBundle<FluentResource>>; 2] = [const { OnceLock::new() }; 2];
    let [english, german] = &CATALOGUES;
    match language {
        Language::English => english.get_or_init(|| {
            let mut read = read("en", ENGLISH);
            read.set_formatter(Some(|number, _| grouped(number, ',')));
            read
        }),
        Language::German => german.get_or_init(|| {
            let mut read = read("de", GERMAN);
            read.set_formatter(Some(|number, _| grouped(number, '.')));
            read
        }),
    }
}

fn read(language: &str, text: &str) -> FluentBundle<FluentResource> {
    let language: LanguageIdentifier = language.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![language]);
    // Isolation marks are for markup that mixes directions; here foreign text is already made safe, and a tray shows them as boxes.
    bundle.set_use_isolating(false);
    // A test proves that the catalogue is read whole; what is read is used even if a line is not.
    let resource = FluentResource::try_new(text.to_owned()).unwrap_or_else(|(read, _)| read);
    bundle.add_resource_overriding(resource);
    bundle
}

/// A whole number in groups of three digits; none of any other value, which is written as usual.
fn grouped(value: &FluentValue<'_>, separator: char) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let digits = number.as_string();
    if !digits.bytes().all(|octet| octet.is_ascii_digit()) {
        return None;
    }
    let mut out = String::with_capacity(digits.len().saturating_mul(2));
    for (at, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(at);
        if at > 0 && left.is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    Some(out)
}

/// The sentence `id`.
pub(crate) fn say(id: &str) -> String {
    say_with(id, &[])
}

/// The sentence `id` with its values filled in. Values are text for people, or numbers.
pub(crate) fn say_with(id: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
    say_in(spoken(), id, values).unwrap_or_else(|| id.to_owned())
}

/// The sentence `id` in this language; none where there is none.
fn say_in(language: Language, id: &str, values: &[(&'static str, FluentValue<'_>)]) -> Option<String> {
    let arguments: FluentArgs<'_> = values
        .iter()
        .map(|(name, value)| (*name, value.clone()))
        .collect();
    let pattern = catalogue(language).get_message(id)?.value()?;
    let said = catalogue(language).format_pattern(pattern, Some(&arguments), &mut Vec::new());
    Some(said.into_owned())
}

/// An error's line as a sentence: a capital first and a full stop last.
pub(crate) fn sentence(line: impl Into<String>) -> String {
    let line = line.into();
    let mut letters = line.chars();
    let mut out: String = letters
        .next()
        .map(|first| first.to_uppercase().collect())
        .unwrap_or_default();
    out.push_str(letters.as_str());
    if !out.ends_with(['.', '!', '?', '…']) {
        out.push('.');
    }
    out
}

#[cfg(test)]
mod tests;
