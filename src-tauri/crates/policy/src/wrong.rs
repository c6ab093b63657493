//! Wrong: all that can be wrong in a file.

use message::AddressError;

use crate::JsonFault;

/// What is wrong in a policy or in the preferences, in words that follow its place. Texts from the file are safe to show.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// The file is larger than is read.
    #[error("it is larger than 1 MiB")]
    TooLarge,
    /// All lists together are longer than a file may hold.
    #[error("it holds {count} entries, more than {most}")]
    TooMany {
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// It is no JSON, or not the JSON that is wanted.
    #[error("{said}")]
    Json {
        /// What it means.
        fault: JsonFault,
        /// What the library says.
        said: String,
    },
    /// Nothing stands there.
    #[error("there is nothing")]
    Nothing,
    /// What must be there is not.
    #[error("is missing")]
    Missing,
    /// A list that must hold something.
    #[error("is empty or missing")]
    Empty,
    /// A text that is too long.
    #[error("it is longer than {most} letters")]
    TooLong {
        /// How long it may be.
        most: usize,
    },
    /// A number out of its bounds.
    #[error("{number} is not between {least} and {most} {}", unit.as_str())]
    OutOfBounds {
        /// The number.
        number: u32,
        /// The least.
        least: u32,
        /// The most.
        most: u32,
        /// Of what.
        unit: Unit,
    },
    /// A text that is no domain.
    #[error("“{text}” is no domain: {}", why.as_str())]
    NoDomain {
        /// The text.
        text: String,
        /// Why.
        why: NoDomain,
    },
    /// A text that is no address.
    #[error("“{text}” is no address: {why}")]
    NoAddress {
        /// The text.
        text: String,
        /// Why.
        why: AddressError,
    },
    /// A text that is no end of a domain.
    #[error("“{0}” is no end of a domain: write it like co.uk, without a dot in front")]
    NoEnd(String),
    /// A text that is no word to join on.
    #[error("“{0}” is no word of 2 to 40 small letters and digits")]
    NoWord(String),
    /// Something of how alerts are shown.
    #[error("“{0}” is neither “medium” nor “high”")]
    NoSeverity(String),
    /// A text that is no quiet hours.
    #[error("“{0}” is neither two times like “22:00-07:00” nor “none”")]
    NoHours(String),
    /// There is no such step.
    #[error("there is no step “{0}”")]
    NoStep(String),
    /// A step that is named twice.
    #[error("“{0}” stands here twice")]
    StepTwice(String),
    /// A step whose place cannot be changed.
    #[error("“{0}” has a fixed place: mistake and marked come first, close comes last")]
    StepFixed(String),
    /// A step of the organisation's own that has the name of another.
    #[error("there is a step “{0}” already")]
    StepTaken(String),
    /// A text that cannot name a step.
    #[error("“{0}” is no name of 1 to 40 small letters, digits and _")]
    NoStepName(String),
    /// There is no such letter.
    #[error("there is no such letter; there are {known}")]
    NoLetter {
        /// Those that there are.
        known: String,
    },
    /// No letters are written in that language.
    #[error("letters are not written in this language, but in {known}")]
    NoLanguage {
        /// Those in which there are.
        known: String,
    },
    /// The text of a letter that is none.
    #[error(transparent)]
    Letter(#[from] template::Fault),
    /// A text that cannot name a provider.
    #[error("“{0}” is no name of 1 to 60 characters")]
    NoName(String),
    /// A text that no provider gives as an identifier.
    #[error("“{0}” is not of 1 to 512 visible ASCII characters")]
    NoToken(String),
    /// A text that is no encrypted address of the web.
    #[error("“{0}” is no https address")]
    NoUrl(String),
    /// A text that is no path.
    #[error("“{0}” is no plain path that begins with a slash")]
    NoPath(String),
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Hours.
    Hours,
    /// Days.
    Days,
}

/// Why a text is no domain, as the person who typed it would say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoDomain {
    /// Nothing stands there.
    Nothing,
    /// It is the address of a page.
    WebAddress,
    /// It is the address of a person.
    Person,
    /// It has a star.
    Star,
    /// It has a space.
    Space,
    /// It has a dot too many.
    Dots,
    /// It has no dot, and would stand for a whole top-level domain.
    NoDot,
    /// It is the number of a computer.
    Number,
    /// It is none in another way.
    Other,
}

impl Unit {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Hours => "hours",
            Self::Days => "days",
        }
    }
}

impl NoDomain {
    /// What is wrong with a text that is no domain.
    pub(crate) fn of(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            Self::Nothing
        } else if text.contains("://") || text.contains('/') {
            Self::WebAddress
        } else if text.contains('@') {
            Self::Person
        } else if text.contains('*') {
            Self::Star
        } else if text.contains(char::is_whitespace) {
            Self::Space
        } else if text.contains("..") || text.starts_with('.') {
            Self::Dots
        } else {
            Self::Other
        }
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::Nothing => "there is nothing",
            Self::WebAddress => "leave out what belongs to a web address",
            Self::Person => "leave out the @ and what stands before it",
            Self::Star => "leave out the *, as subdomains are meant anyway",
            Self::Space => "it has a space in it",
            Self::Dots => "it has a dot too many",
            Self::NoDot => "a domain has a dot, as in army.mil",
            Self::Number => "name the host, not its number",
            Self::Other => "letters, digits, hyphens and dots make a domain, in parts of at most 63",
        }
    }
}
