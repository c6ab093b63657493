//! What went wrong and what to do about it, as a person reads it.

use std::{error::Error, fmt};

/// An error with a hint: the sentence that says what to do.
#[derive(Debug)]
pub(crate) struct Hinted {
    cause: anyhow::Error,
    hint: String,
}

/// Puts a hint to an error.
pub(crate) fn hinted(cause: impl Into<anyhow::Error>, hint: impl Into<String>) -> anyhow::Error {
    let (cause, hint) = (cause.into(), hint.into());
    Hinted { cause, hint }.into()
}

impl fmt::Display for Hinted {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.cause.fmt(f)
    }
}

impl Error for Hinted {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.cause.source()
    }
}

/// An error as it is printed: its whole chain in one line, and its hint if it has one.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Failure {
    pub(crate) message: String,
    pub(crate) hint: Option<String>,
}

impl Failure {
    pub(crate) fn of(error: &anyhow::Error) -> Self {
        let mut parts: Vec<String> = Vec::new();
        for cause in error.chain() {
            let text = cause.to_string();
            // Some libraries put their cause's words into their own already.
            if !parts.last().is_some_and(|last| last.ends_with(&text)) {
                parts.push(text);
            }
        }
        let hint = error.chain().find_map(|cause| cause.downcast_ref::<Hinted>());
        Self {
            message: parts.join(": "),
            hint: hint.map(|hinted| hinted.hint.clone()),
        }
    }
}

#[cfg(test)]
mod tests {
    use anyhow::{Context, anyhow};

    use super::*;

    #[test]
    fn prints_the_chain_once_and_the_hint() {
        let cause = anyhow!("no such file").context("a.json could not be read: no such file");
        let error = Err::<(), _>(hinted(cause, "name another file"))
            .context("no policy")
            .unwrap_err();
        let expected = Failure {
            message: "no policy: a.json could not be read: no such file".into(),
            hint: Some("name another file".into()),
        };
        assert_eq!(Failure::of(&error), expected);
    }

    #[test]
    fn an_error_without_a_hint_has_none() {
        assert_eq!(Failure::of(&anyhow!("broken")).hint, None);
    }
}
