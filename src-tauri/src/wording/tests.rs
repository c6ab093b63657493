//! What holds of the catalogues: they are whole, and each language has the sentences of the other.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{ast, parser};

use super::*;

/// The sentences of a catalogue, each with the names of what is filled in.
fn sentences(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let resource = parser::parse(text).unwrap();
    let mut sentences = BTreeMap::new();
    for entry in resource.body {
        if let ast::Entry::Message(message) = entry {
            let names = message
                .value
                .map(|pattern| names_in(&pattern))
                .unwrap_or_default();
            let before = sentences.insert(message.id.name.to_owned(), names);
            assert_eq!(before, None, "{} stands twice", message.id.name);
        }
    }
    sentences
}

fn names_in(pattern: &ast::Pattern<&str>) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for element in &pattern.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            names_of(expression, &mut names);
        }
    }
    names
}

fn names_of(expression: &ast::Expression<&str>, names: &mut BTreeSet<String>) {
    let inline = match expression {
        ast::Expression::Inline(inline) => inline,
        ast::Expression::Select { selector, variants } => {
            for variant in variants {
                names.extend(names_in(&variant.value));
            }
            selector
        }
    };
    if let ast::InlineExpression::VariableReference { id } = inline {
        names.insert(id.name.to_owned());
    } else if let ast::InlineExpression::MessageReference { id, .. } = inline {
        names.insert(format!("{{{}}}", id.name));
    } else if let ast::InlineExpression::Placeable { expression } = inline {
        names_of(expression, names);
    }
}

/// Every file below `src`, but the wording's own, with its path.
fn sources() -> Vec<(std::path::PathBuf, String)> {
    let mut texts = Vec::new();
    let mut folders = vec![std::path::PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/src"
    ))];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if !path.ends_with("wording.rs") && !path.ends_with("wording/tests.rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                texts.push((path, text));
            }
        }
    }
    texts
}

#[test]
fn each_language_has_the_sentences_of_the_other_with_the_same_values() {
    assert_eq!(sentences(ENGLISH), sentences(GERMAN));
}

#[test]
fn no_file_of_a_language_is_left_out() {
    for (language, text) in [("en", ENGLISH), ("de", GERMAN)] {
        let folder = format!("{}/wording/{language}", env!("CARGO_MANIFEST_DIR"));
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "ftl") {
                let file = std::fs::read_to_string(&path).unwrap();
                assert!(text.contains(file.trim_end()), "{}", path.display());
            }
        }
    }
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
fn counts_and_numbers_are_said_as_the_language_has_them() {
    use Language::{English, German};
    for (language, count, expected) in [
        (English, 1, "1 message needs you"),
        (English, 3, "3 messages need you"),
        (English, 1_234_567, "1,234,567 messages need you"),
        (German, 1, "1 Nachricht wartet auf Sie"),
        (German, 4112, "4.112 Nachrichten warten auf Sie"),
    ] {
        let said = say_in(language, "tray-needs-you", &[("count", count.into())]);
        assert_eq!(said.as_deref(), Some(expected));
    }
}

#[test]
fn every_sentence_that_is_said_stands_in_the_catalogue_and_every_other_way_about() {
    let sources = sources();
    let known = sentences(ENGLISH);
    let reasons = reasons::tests::expected();
    let mut said = Vec::new();
    for (_, text) in &sources {
        for start in ["say(\"", "say_with(\"", "say_with(\n", "Line::of(\""] {
            for rest in text.split(start).skip(1) {
                let rest = rest.trim_start().trim_start_matches('"');
                said.push(rest.split('"').next().unwrap());
            }
        }
    }
    assert!(said.len() > 10, "the search found too little: {said:?}");
    let missing: Vec<_> = said.iter().filter(|id| !known.contains_key(**id)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    let unused: Vec<_> = known
        .keys()
        .filter(|id| !reasons.contains_key(*id))
        .filter(|id| {
            !sources
                .iter()
                .any(|(_, text)| text.contains(&format!("\"{id}\"")))
        })
        .filter(|id| !ENGLISH.contains(&format!("{{ {id} }}")))
        .collect();
    assert!(unused.is_empty(), "{unused:?}");
}

/// The crates below say their errors in English, for logs and the command line. What a person sees is from the catalogue.
#[test]
fn no_error_is_shown_in_the_words_of_its_crate() {
    let is_told = |line: &str| !line.contains("tracing::") && !line.trim_start().starts_with("//");
    for (path, text) in sources() {
        let code = text.split("#[cfg(test)]").next().unwrap();
        let is_wording = path.components().any(|part| part.as_os_str() == "wording");
        for line in code.lines().filter(|line| !is_wording && is_told(line)) {
            let is_own = line.contains("error.to_string()") || line.contains(".hint()");
            assert!(!is_own, "{}: {line}", path.display());
        }
    }
}

/// What a pseudo-locale finds in the window's own code: a sentence that is not from the catalogue.
#[test]
fn no_sentence_stands_in_the_code() {
    let places = ["window", "agent"];
    let for_the_log = ["tracing::", "context(", "reason = ", "Error::"];
    let mut seen = 0;
    for (path, text) in sources() {
        if !path
            .components()
            .any(|part| places.iter().any(|place| part.as_os_str() == *place))
        {
            continue;
        }
        let code = text.split("#[cfg(test)]").next().unwrap();
        for line in code.lines().filter(|line| !line.trim_start().starts_with("//")) {
            // Every other part of a line is within quotation marks; an escaped one only cuts a literal in two.
            let is_spoken = line.split('"').skip(1).step_by(2).any(is_speech);
            let is_logged = for_the_log.iter().any(|mark| line.contains(mark));
            seen += usize::from(is_spoken);
            assert!(!is_spoken || is_logged, "{}: {line}", path.display());
        }
    }
    assert!(seen > 20, "the search found too little: {seen}");
}

/// Two words in a row, the second small.
fn is_speech(text: &str) -> bool {
    let is_word = |word: &str| word.len() > 1 && word.bytes().all(|octet| octet.is_ascii_alphabetic());
    let words: Vec<&str> = text.split(' ').collect();
    words.windows(2).any(|two| {
        two.iter().all(|word| is_word(word)) && two[1].starts_with(|c: char| c.is_ascii_lowercase())
    })
}

#[test]
fn every_form_of_a_reason_has_its_sentence() {
    let mut found = sentences(ENGLISH);
    found.retain(|id, _| id.starts_with("reason-"));
    assert_eq!(found, reasons::tests::expected());
}
