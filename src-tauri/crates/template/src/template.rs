//! Template: a letter's subject and text with what is filled in later, checked when it is read.

use message::{HeaderText, shown};

use crate::{Fault, LetterKind};

/// Characters of the longest template.
const MOST: usize = 20_000;

/// A letter's subject and text, in which every placeholder is one that the letter has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    kind: LetterKind,
    subject: Vec<Piece>,
    lines: Vec<Vec<Piece>>,
}

/// A template with its values in place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filled {
    /// The subject.
    pub subject: HeaderText,
    /// The text: lines that end in LF, no other control character.
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Placeholder(&'static str),
}

impl Template {
    /// Reads a template: a line `Subject: …`, an empty line, the text. `{name}` is filled in, `{{` and `}}` are braces.
    ///
    /// # Errors
    /// [`Fault`] says what is wrong and in which line.
    pub fn parse(kind: LetterKind, text: &str) -> Result<Self, Fault> {
        if text.chars().count() > MOST {
            return Err(Fault::TooLong { most: MOST });
        }
        let mut lines = text.lines().zip(1..);
        let subject = lines
            .next()
            .and_then(|(line, _)| line.strip_prefix("Subject:"))
            .map(str::trim)
            .filter(|subject| !subject.is_empty())
            .ok_or(Fault::NoSubject)?;
        let subject = pieces(kind, subject, 1)?;
        let lines = lines
            .skip_while(|(line, _)| line.trim().is_empty())
            .map(|(line, number)| pieces(kind, line.trim_end(), number))
            .collect::<Result<Vec<_>, _>>()?;
        if lines.is_empty() {
            return Err(Fault::NoText);
        }
        Ok(Self { kind, subject, lines })
    }

    /// The letter that it is for.
    pub const fn kind(&self) -> LetterKind {
        self.kind
    }

    /// Fills the values in. What is filled in is text and never a placeholder again; what has no value is left empty, and a line
    /// that holds nothing but empty values is left out.
    pub fn fill(&self, values: &[(&str, &str)]) -> Filled {
        let mut text = String::new();
        for line in &self.lines {
            let filled = filled(line, values);
            let is_left_out = !line.is_empty() && filled.trim().is_empty();
            let is_second_gap = filled.is_empty() && text.ends_with("\n\n");
            if !is_left_out && !is_second_gap {
                text.push_str(&filled);
                text.push('\n');
            }
        }
        Filled {
            subject: HeaderText::clean(&filled(&self.subject, values)),
            text: format!("{}\n", text.trim_end()),
        }
    }
}

fn pieces(kind: LetterKind, line: &str, number: usize) -> Result<Vec<Piece>, Fault> {
    if line.contains(|c: char| c.is_control() && c != '\t') {
        return Err(Fault::Control { line: number });
    }
    let lone = Fault::LoneBrace { line: number };
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut rest = line;
    while let Some(at) = rest.find(['{', '}']) {
        let (before, from_brace) = rest.split_at_checked(at).ok_or_else(|| lone.clone())?;
        text.push_str(before);
        if let Some(after) = from_brace.strip_prefix("{{") {
            text.push('{');
            rest = after;
        } else if let Some(after) = from_brace.strip_prefix("}}") {
            text.push('}');
            rest = after;
        } else {
            let inner = from_brace.strip_prefix('{').ok_or_else(|| lone.clone())?;
            let (name, after) = inner.split_once('}').ok_or_else(|| lone.clone())?;
            if !text.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
            }
            pieces.push(Piece::Placeholder(known(kind, name, number)?));
            rest = after;
        }
    }
    text.push_str(rest);
    if !text.is_empty() {
        pieces.push(Piece::Text(text));
    }
    Ok(pieces)
}

fn known(kind: LetterKind, name: &str, line: usize) -> Result<&'static str, Fault> {
    let placeholders = kind.placeholders();
    placeholders
        .iter()
        .find(|known| **known == name)
        .copied()
        .ok_or_else(|| Fault::UnknownPlaceholder {
            line,
            name: shown(name),
            known: placeholders.join(", "),
        })
}

fn filled(pieces: &[Piece], values: &[(&str, &str)]) -> String {
    let mut out = String::new();
    for piece in pieces {
        match piece {
            Piece::Text(text) => out.push_str(text),
            Piece::Placeholder(name) => {
                let value = values.iter().find(|(known, _)| known == name);
                let value = value.map(|(_, value)| *value).unwrap_or_default();
                out.extend(value.trim_end().chars().map(|c| match c {
                    '\n' => '\n',
                    c if c.is_control() => ' ',
                    c => c,
                }));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str, expected: &str) {
        let fault = Template::parse(LetterKind::Recall, text).unwrap_err();
        assert_eq!(fault.to_string(), expected, "{text:?}");
    }

    #[test]
    fn a_text_that_is_no_template_is_refused_with_its_place() {
        check("", "its first line must be “Subject:” and the subject");
        check(
            "Hello\n\nText",
            "its first line must be “Subject:” and the subject",
        );
        check(
            "Subject:  \n\nText",
            "its first line must be “Subject:” and the subject",
        );
        check("Subject: Hello\n\n", "there is no text below the subject");
        check(
            "Subject: Hello\n\nDear {name},",
            "line 3: there is no placeholder {name} here; there are from, sent_at, confirm_by, contact",
        );
        check(
            "Subject: {details}\n\nText",
            "line 1: there is no placeholder {details} here; there are from, sent_at, confirm_by, contact",
        );
        for lone in ["{from", "from}", "{", "a } b", "{{from}"] {
            check(
                &format!("Subject: Hello\n\nOne\n{lone}"),
                "line 4: a brace stands alone; write {{ or }} where a brace is meant",
            );
        }
        check(
            "Subject: Hello\n\nOne\u{7}",
            "line 3: it holds a control character",
        );
        check(
            &format!("Subject: Hello\n\n{}", "x".repeat(MOST)),
            "it is longer than 20000 characters",
        );
    }

    #[test]
    fn values_are_filled_in_once() {
        let template = Template::parse(
            LetterKind::Recall,
            "Subject: From {from}\r\n\r\n{{x}} {from}, {contact}\r\n\r\n{confirm_by}\r\n\r\nEnd\r\n",
        )
        .unwrap();
        let filled = template.fill(&[
            ("from", "{contact}\r\nBcc: x@y.example"),
            ("contact", "Ann\nRoom 1"),
        ]);
        assert_eq!(filled.subject.as_str(), "From {contact} Bcc: x@y.example");
        assert_eq!(
            filled.text,
            "{x} {contact} \nBcc: x@y.example, Ann\nRoom 1\n\nEnd\n"
        );
    }

    proptest! {
        #[test]
        fn reading_and_filling_never_fails_and_subjects_are_one_line(text in any::<String>(), value in any::<String>()) {
            if let Ok(template) = Template::parse(LetterKind::Report, &format!("Subject: {text}\n\n{text}\n{{note}}.")) {
                let filled = template.fill(&[("note", &value)]);
                prop_assert!(!filled.subject.as_str().contains(char::is_control));
                let is_bad = |c: char| c.is_control() && c != '\n' && c != '\t';
                prop_assert!(!filled.text.contains(is_bad));
            }
        }
    }
}
