//! Every sentence that the agent and the window's commands say, from one Fluent catalogue a language.

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use std::sync::OnceLock;
use unic_langid::LanguageIdentifier;

/// The English catalogue, one file a subject.
const ENGLISH: &str = concat!(
    include_str!("../wording/en/agent.ftl"),
    "\n",
    include_str!("../wording/en/incident.ftl"),
    "\n",
    include_str!("../wording/en/sign_in.ftl"),
    "\n",
    include_str!("../wording/en/window.ftl"),
);

fn catalogue() -> &'static FluentBundle<FluentResource> {
    static CATALOGUE: OnceLock<FluentBundle<FluentResource>> = OnceLock::new();
    CATALOGUE.get_or_init(|| {
        let english: LanguageIdentifier = "en".parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![english]);
        // Isolation marks are for markup that mixes directions; here foreign text is already made safe, and a tray shows them as boxes.
        bundle.set_use_isolating(false);
        // A test proves that the catalogue is read whole; what is read is used even if a line is not.
        let resource = FluentResource::try_new(ENGLISH.to_owned()).unwrap_or_else(|(read, _)| read);
        bundle.add_resource_overriding(resource);
        bundle
    })
}

/// The sentence `id`.
pub(crate) fn say(id: &str) -> String {
    say_with(id, &[])
}

/// The sentence `id` with its values filled in. Values are text for people, or numbers.
pub(crate) fn say_with(id: &str, values: &[(&'static str, FluentValue<'_>)]) -> String {
    let arguments: FluentArgs<'_> = values
        .iter()
        .map(|(name, value)| (*name, value.clone()))
        .collect();
    let pattern = catalogue().get_message(id).and_then(|message| message.value());
    match pattern {
        Some(pattern) => catalogue()
            .format_pattern(pattern, Some(&arguments), &mut Vec::new())
            .into_owned(),
        None => id.to_owned(),
    }
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
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_is_read_whole() {
        assert!(FluentResource::try_new(ENGLISH.to_owned()).is_ok());
    }

    #[test]
    fn an_error_line_becomes_a_sentence() {
        for (line, expected) in [
            ("the disk is full", "The disk is full."),
            ("Really?", "Really?"),
            ("übel", "Übel."),
        ] {
            assert_eq!(sentence(line), expected);
        }
    }

    #[test]
    fn counts_are_said_in_words() {
        assert_eq!(
            say_with("tray-needs-you", &[("count", 1.into())]),
            "1 message needs you"
        );
        assert_eq!(
            say_with("tray-needs-you", &[("count", 3.into())]),
            "3 messages need you"
        );
    }

    #[test]
    fn every_sentence_that_is_said_stands_in_the_catalogue() {
        let sources = [env!("CARGO_MANIFEST_DIR"), "/src"].concat();
        let mut said = Vec::new();
        let mut folders = vec![std::path::PathBuf::from(sources)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else if !path.ends_with("wording.rs") {
                    let text = std::fs::read_to_string(path).unwrap();
                    for start in ["say(\"", "say_with(\"", "say_with(\n"] {
                        for rest in text.split(start).skip(1) {
                            let rest = rest.trim_start().trim_start_matches('"');
                            said.push(rest.split('"').next().unwrap().to_owned());
                        }
                    }
                }
            }
        }
        assert!(said.len() > 10, "the search found too little: {said:?}");
        let missing: Vec<_> = said
            .iter()
            .filter(|id| catalogue().get_message(id).is_none())
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
    }
}
