//! From the JSON library's error to what is wrong in the file.

use message::shown;
use serde_json::error::Category;

use crate::Wrong;

/// Why a text is no JSON, or not the JSON that is wanted. Texts from the file are safe to show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum JsonFault {
    /// It ends too early.
    Ends,
    /// A comma, a quotation mark or a bracket is wrong.
    Syntax,
    /// A key that there is not.
    Unknown(String),
    /// A key that must be there.
    Missing(String),
    /// A key that is there already.
    Twice(String),
    /// A word that is not one of those that can stand there.
    UnknownWord {
        /// The word.
        word: String,
        /// Those that can.
        known: String,
    },
    /// A value of another type, or out of its bounds.
    Misfit {
        /// The value; of a list or a group its brackets alone.
        found: String,
        /// What is wanted.
        wanted: Wanted,
    },
    /// Something that a later version of the library says.
    Other,
}

/// What a value must be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// `["…"]`
    List,
    /// `{"…": …}`
    Group,
    /// `"…"`
    Text,
    /// A whole number that is not negative.
    Number,
    /// `true` or `false`.
    YesOrNo,
    /// Something else.
    Other,
}

/// What the library says, and what it means.
pub(crate) fn read(error: &serde_json::Error) -> Wrong {
    // The text ends in the place, which is shown on its own, and may quote the file.
    let text = error.to_string();
    let tail = format!(" at line {} column {}", error.line(), error.column());
    let text = text.strip_suffix(&tail).unwrap_or(&text);
    Wrong::Json {
        fault: match error.classify() {
            Category::Eof => JsonFault::Ends,
            Category::Syntax => JsonFault::Syntax,
            Category::Data => of_data(text),
            Category::Io => JsonFault::Other,
        },
        said: shown(without_long_list(text)).replace('`', "\""),
    }
}

/// The texts of serde's `de::Error`; a test holds them to what the library says.
fn of_data(text: &str) -> JsonFault {
    let quoted = |text: &str| shown(text.split('`').nth(1).unwrap_or_default());
    let is = |kind: &str| text.starts_with(kind);
    if is("unknown field") {
        JsonFault::Unknown(quoted(text))
    } else if is("missing field") {
        JsonFault::Missing(quoted(text))
    } else if is("duplicate field") {
        JsonFault::Twice(quoted(text))
    } else if is("unknown variant") {
        // What is quoted by turns: the unknown word first, then each known one. serde hands out its text and no parts.
        let known: Vec<&str> = text.split('`').skip(3).step_by(2).collect();
        JsonFault::UnknownWord {
            word: quoted(text),
            known: known.join(", "),
        }
    } else if let Some((found, wanted)) = text
        .strip_prefix("invalid type: ")
        .or_else(|| text.strip_prefix("invalid value: "))
        .and_then(|rest| rest.rsplit_once(", expected "))
    {
        JsonFault::Misfit {
            found: value(found),
            wanted: of_wanted(wanted),
        }
    } else {
        JsonFault::Other
    }
}

/// `string "a"` → `"a"`, ``integer `-1` `` → `-1`; a list and a group as their brackets.
fn value(found: &str) -> String {
    if let Some(text) = found.strip_prefix("string ") {
        return shown(text);
    }
    match found {
        "sequence" => "[…]".to_owned(),
        "map" => "{…}".to_owned(),
        _ => shown(found.split('`').nth(1).unwrap_or(found)),
    }
}

fn of_wanted(wanted: &str) -> Wanted {
    match wanted {
        "a sequence" => Wanted::List,
        "a map" => Wanted::Group,
        "a string" => Wanted::Text,
        "a boolean" => Wanted::YesOrNo,
        "u32" => Wanted::Number,
        _ if wanted.starts_with("struct ") => Wanted::Group,
        _ => Wanted::Other,
    }
}

/// The library's text; where it lists more than anybody would read, without the list.
fn without_long_list(text: &str) -> &str {
    match text.split_once(", expected one of") {
        Some((before, _)) if text.len() > LONGEST => before,
        Some(_) | None => text,
    }
}

/// Octets of a text that is shown whole.
const LONGEST: usize = 190;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{self, PolicyDocument, PreferencesDocument};

    fn check(json: &str, expected: &JsonFault) {
        let mut faults = document::read::<PolicyDocument>(json).map(drop).unwrap_err();
        let Wrong::Json { fault, said } = faults.remove(0).what else {
            panic!("{json} is wrong in another way");
        };
        assert_eq!(&fault, expected, "{json}: {said}");
    }

    fn misfit(found: &str, wanted: Wanted) -> JsonFault {
        JsonFault::Misfit {
            found: found.to_owned(),
            wanted,
        }
    }

    #[test]
    fn what_the_library_says_is_understood() {
        let key = |name: &str| name.to_owned();
        check("", &JsonFault::Ends);
        check("{\"organisation\": \"A", &JsonFault::Ends);
        check("{,}", &JsonFault::Syntax);
        check("{}{}", &JsonFault::Syntax);
        check("{\"protected\": []}", &JsonFault::Unknown(key("protected")));
        check(
            "{\"known_correspondents\": [{}]}",
            &JsonFault::Missing(key("address")),
        );
        check(
            "{\"must_report\": true, \"must_report\": true}",
            &JsonFault::Twice(key("must_report")),
        );
    }

    #[test]
    fn a_value_that_does_not_fit_is_named_with_what_is_wanted() {
        check(
            "{\"trusted_domains\": \"a, expected b\"}",
            &misfit("\"a, expected b\"", Wanted::List),
        );
        check("{\"trusted_domains\": [1]}", &misfit("1", Wanted::Text));
        check("{\"trusted_domains\": [null]}", &misfit("null", Wanted::Text));
        check("{\"must_report\": []}", &misfit("[…]", Wanted::YesOrNo));
        check("{\"must_report\": {}}", &misfit("{…}", Wanted::YesOrNo));
        check("{\"answer_days\": -1}", &misfit("-1", Wanted::Number));
        check("{\"answer_days\": 1.5}", &misfit("1.5", Wanted::Number));
        check("{\"alerts\": true}", &misfit("true", Wanted::Group));
        check("{\"templates\": 5}", &misfit("5", Wanted::Group));
    }

    #[test]
    fn a_word_that_is_not_known_is_named_with_those_that_are() {
        let faults = document::read::<PreferencesDocument>("{\"language\": \"fr\"}").map(drop);
        let fault = faults.unwrap_err().remove(0).what;
        let expected = JsonFault::UnknownWord {
            word: "fr".to_owned(),
            known: "en, de".to_owned(),
        };
        assert!(matches!(fault, Wrong::Json { fault, .. } if fault == expected));
    }
}
