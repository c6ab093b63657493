//! The words for each thing that can be wrong in the organisation's file or in the user's own.

use message::AddressError;
use policy::{Fault, JsonFault, NoDomain, Place, Unit, Wanted, Wrong};

use super::line::Line;

/// A fault with its place, as part of a sentence.
pub(super) fn said(fault: &Fault) -> String {
    let what = line(&fault.what).said();
    match &fault.place {
        Place::Whole => what,
        Place::Line { line, column } => format!("{}: {what}", in_line(*line, *column).said()),
        // A key of the file is the same in all languages.
        Place::Entry(key) => format!("{key}: {what}"),
    }
}

fn in_line(line: usize, column: usize) -> Line {
    Line::of("fault-line").with("line", line).with("column", column)
}

fn line(what: &Wrong) -> Line {
    let text = |id, text: &String| Line::of(id).with("text", text.clone());
    let known = |id, known: &String| Line::of(id).with("known", known.clone());
    match what {
        Wrong::TooLarge => Line::of("fault-too-large"),
        Wrong::TooMany { count, most } => Line::of("fault-too-many")
            .with("count", *count)
            .with("most", *most),
        Wrong::Json { fault, said } => json(fault, said),
        Wrong::Nothing => Line::of("fault-nothing"),
        Wrong::Missing => Line::of("fault-missing"),
        Wrong::Empty => Line::of("fault-empty"),
        Wrong::TooLong { most } => Line::of("fault-too-long").with("most", *most),
        Wrong::OutOfBounds {
            number,
            least,
            most,
            unit,
        } => Line::of(match unit {
            Unit::Hours => "fault-hours",
            Unit::Days => "fault-days",
        })
        .with("number", *number)
        .with("least", *least)
        .with("most", *most),
        Wrong::NoDomain { text: it, why } => text("fault-no-domain", it).with("why", no_domain(*why)),
        Wrong::NoAddress { text: it, why } => text("fault-no-address", it).with("why", no_address(why)),
        Wrong::NoEnd(it) => text("fault-no-end", it),
        Wrong::NoWord(it) => text("fault-no-word", it),
        Wrong::NoSeverity(it) => text("fault-no-severity", it),
        Wrong::NoHours(it) => text("fault-no-quiet-hours", it),
        Wrong::NoStep(it) => text("fault-no-step", it),
        Wrong::StepTwice(it) => text("fault-step-twice", it),
        Wrong::StepFixed(it) => text("fault-step-fixed", it),
        Wrong::StepTaken(it) => text("fault-step-taken", it),
        Wrong::NoStepName(it) => text("fault-no-step-name", it),
        Wrong::NoLetter { known: all } => known("fault-no-letter", all),
        Wrong::NoLanguage { known: all } => known("fault-no-language", all),
        Wrong::Letter(fault) => letter(fault),
        Wrong::NoName(it) => text("fault-no-name", it),
        Wrong::NoToken(it) => text("fault-no-token", it),
        Wrong::NoUrl(it) => text("fault-no-url", it),
        Wrong::NoPath(it) => text("fault-no-path", it),
    }
}

fn json(fault: &JsonFault, said: &str) -> Line {
    let key = |id, key: &String| Line::of(id).with("key", key.clone());
    match fault {
        JsonFault::Ends => Line::of("fault-ends"),
        JsonFault::Syntax => Line::of("fault-syntax"),
        JsonFault::Unknown(name) => key("fault-unknown-key", name),
        JsonFault::Missing(name) => key("fault-missing-key", name),
        JsonFault::Twice(name) => key("fault-key-twice", name),
        JsonFault::UnknownWord { word, known } => Line::of("fault-unknown-word")
            .with("word", word.clone())
            .with("known", known.clone()),
        JsonFault::Misfit { found, wanted: it } => Line::of("fault-misfit")
            .with("found", found.clone())
            .with("wanted", wanted(*it)),
        JsonFault::Other => Line::of("fault-other").with("said", said.to_owned()),
    }
}

fn letter(fault: &template::Fault) -> Line {
    use template::Fault;
    match fault {
        Fault::NoSubject => Line::of("fault-letter-no-subject"),
        Fault::NoText => Line::of("fault-letter-no-text"),
        Fault::UnknownPlaceholder { line, name, known } => Line::of("fault-letter-placeholder")
            .with("line", *line)
            .with("name", name.clone())
            .with("known", known.clone()),
        Fault::LoneBrace { line } => Line::of("fault-letter-brace").with("line", *line),
        Fault::Control { line } => Line::of("fault-letter-control").with("line", *line),
        Fault::TooLong { most } => Line::of("fault-letter-too-long").with("most", *most),
    }
}

const fn no_domain(why: NoDomain) -> &'static str {
    match why {
        NoDomain::Nothing => "nothing",
        NoDomain::WebAddress => "web-address",
        NoDomain::Person => "person",
        NoDomain::Star => "star",
        NoDomain::Space => "space",
        NoDomain::Dots => "dots",
        NoDomain::NoDot => "no-dot",
        NoDomain::Number => "number",
        NoDomain::Other => "other",
    }
}

const fn no_address(why: &AddressError) -> &'static str {
    match why {
        AddressError::NoAt(_) => "no-at",
        AddressError::BadLocalPart(_) => "no-name",
        AddressError::BadDomain(_) => "no-domain",
    }
}

const fn wanted(wanted: Wanted) -> &'static str {
    match wanted {
        Wanted::List => "list",
        Wanted::Group => "group",
        Wanted::Text => "text",
        Wanted::Number => "number",
        Wanted::YesOrNo => "yes-or-no",
        Wanted::Other => "other",
    }
}

#[cfg(test)]
mod tests;
