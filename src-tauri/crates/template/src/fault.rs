//! Fault: why a text is no template.

/// Why a text is no template, in words that follow its name. Lines are counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The first line is no subject.
    #[error("its first line must be “Subject:” and the subject")]
    NoSubject,
    /// There is nothing below the subject.
    #[error("there is no text below the subject")]
    NoText,
    /// A placeholder that the letter does not have.
    #[error("line {line}: there is no placeholder {{{name}}} here; there are {known}")]
    UnknownPlaceholder {
        /// Where.
        line: usize,
        /// Its name, made safe to show.
        name: String,
        /// All that there are.
        known: String,
    },
    /// A brace without its other half.
    #[error("line {line}: a brace stands alone; write {{{{ or }}}} where a brace is meant")]
    LoneBrace {
        /// Where.
        line: usize,
    },
    /// A control character.
    #[error("line {line}: it holds a control character")]
    Control {
        /// Where.
        line: usize,
    },
    /// More text than a letter needs.
    #[error("it is longer than {most} characters")]
    TooLong {
        /// The bound.
        most: usize,
    },
}
