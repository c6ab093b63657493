//! Clause: a part of a reason's sentence, as its form and what is filled in, so that others can say it in their language.

use std::fmt;

/// A part of a sentence. Displays as it is said in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    form: Form,
    values: Vec<(&'static str, String)>,
}

impl Clause {
    /// `values` are safe to show, and those that the form's words name.
    pub(crate) fn new<const N: usize>(form: Form, values: [(&'static str, String); N]) -> Self {
        Self {
            form,
            values: values.into(),
        }
    }

    /// Which words it has.
    pub const fn form(&self) -> Form {
        self.form
    }

    /// What is filled in, by name, safe to show. `count` is a number.
    pub fn values(&self) -> &[(&'static str, String)] {
        &self.values
    }
}

impl fmt::Display for Clause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = |name: &str| {
            let found = self.values.iter().find(|(known, _)| *known == name);
            found.map_or("", |(_, value)| value.as_str())
        };
        let mut rest = self.form.words();
        while let Some((before, name, after)) = placed(rest) {
            f.write_str(before)?;
            match (name, value("count")) {
                ("messages", "1") => f.write_str("1 message")?,
                ("messages", count) => write!(f, "{count} messages")?,
                _ => f.write_str(value(name))?,
            }
            rest = after;
        }
        f.write_str(rest)
    }
}

/// What stands before the next name in braces, the name, and what stands after it.
fn placed(words: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = words.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// Forms, each with its name for programs and its English words. `{messages}` stands for `count` messages.
macro_rules! forms {
    ($($form:ident, $name:literal, $words:literal;)+) => {
        /// The forms of clauses. Their names are a contract: records and translations have them.
        #[expect(missing_docs, reason = "the words below say each")]
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Form { $($form),+ }

        impl Form {
            /// Every form.
            pub const ALL: &[Self] = &[$(Self::$form),+];

            /// The name that records and translations have.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$form => $name),+ }
            }

            /// The words, with the names of what is filled in between braces.
            pub const fn words(self) -> &'static str {
                match self { $(Self::$form => $words),+ }
            }
        }
    };
}

forms! {
    WwwJoined, "www-joined", "“{written}” lacks the dot after “www”";
    HyphenLost, "hyphen-lost", "“{written}” lacks a hyphen";
    HyphenMoved, "hyphen-moved", "“{written}” has a hyphen in another place";
    HyphenAdded, "hyphen-added", "“{written}” has a hyphen too many";
    HyphenForDot, "hyphen-for-dot", "“{written}” has a hyphen for a dot";
    DotLost, "dot-lost", "“{written}” lacks a dot";
    DotMoved, "dot-moved", "“{written}” has a dot in the wrong place";
    DotAdded, "dot-added", "“{written}” has a dot too many";
    EndTwice, "end-twice", "“.{end}” stands there twice";
    Followed, "followed", "“{meant}” is followed by “.{end}”";
    Hyphened, "hyphened", "“{written}” is {meant} with a hyphen for a dot, under another end";
    LetterLost, "letter-lost", "“{written}” lacks the letter “{letter}”";
    DoubleLost, "double-lost", "“{written}” has only one “{letter}” of two";
    LetterAdded, "letter-added", "“{written}” has the letter “{letter}” too many";
    DoubleAdded, "double-added", "“{written}” has one “{letter}” too many";
    Swapped, "swapped", "“{written}” has two letters swapped";
    Replaced, "replaced", "“{written}” has “{letter}” for “{meant}”";
    TwoSlips, "two-slips", "“{written}” differs in two letters";
    LooksLike, "looks-like", "“{written}” looks like “{meant}”";
    OtherCharacters, "other-characters", "“{written}” is written with other characters that look like “{meant}”";
    AnotherSpelling, "another-spelling", "“{written}” is another way to write “{meant}”";
    SoundsLike, "sounds-like", "“{written}” sounds like “{meant}”";
    JoinedWord, "joined-word", "“{written}” is “{meant}” with a word joined on";
    NoSuchEnd, "no-such-end", "there is no “.{end}”";
    EndTooLong, "end-too-long", "“.{end}” has a part too many";
    EndTooShort, "end-too-short", "“.{end}” has a part too few";
    EndIs, "end-is", "“.{end}” is {place}";
    EndIsAnother, "end-is-another", "“.{end}” is another end";
    EndsIn, "ends-in", "{of} ends in “.{end}”";
    Protected, "protected", "{of} is protected";
    UsuallyWritten, "usually-written", "you usually write to {of} ({messages})";
    WrittenOnce, "written-once", "you have written to {of}";
    WellKnown, "well-known", "{of} is a well-known mail provider";
    Received, "received", "you have mail from {of} ({messages})";
    SamePerson, "same-person", "you know “{person}” at {of} ({messages})";
    WrittenBefore, "written-before", "you have written to {of} before ({messages})";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_is_said_with_its_values() {
        let of = || ("of", "army.mil".to_owned());
        for (count, expected) in [
            ("1", "you have mail from army.mil (1 message)"),
            ("41", "you have mail from army.mil (41 messages)"),
        ] {
            let clause = Clause::new(Form::Received, [of(), ("count", count.to_owned())]);
            assert_eq!(clause.to_string(), expected);
        }
    }
}
