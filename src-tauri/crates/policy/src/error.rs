//! Why a file could not be used, by what the user has to do about it.

use std::{io, path::PathBuf};

use crate::Fault;

/// Faults named in one message; the rest is counted.
const NAMED: usize = 10;

/// Why a policy or the preferences could not be read or kept.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The system refuses to give the file, or it holds no text.
    #[error("{} cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
    /// What stands in the file cannot be used. Every fault is listed.
    #[error("{} cannot be used: {}", named(path.as_ref()), listed(faults))]
    Faulty {
        /// The file; none where the text came from elsewhere.
        path: Option<PathBuf>,
        /// All that is wrong, in the file's order; never empty.
        faults: Vec<Fault>,
    },
    /// The system refuses to keep the file. The one that was there is unchanged.
    #[error("{} cannot be written: {source}", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
}

impl Error {
    /// What the user can do: one sentence, without its full stop.
    pub fn hint(&self) -> String {
        match self {
            Self::Unreadable { path, .. } => {
                format!(
                    "look whether {} is a text file in UTF-8 that you may read, and ask whoever keeps it if it is not",
                    path.display()
                )
            }
            Self::Faulty { path: Some(path), .. } => {
                format!(
                    "mend these places in {}; the file was left as it is and nothing in it is in force until then",
                    path.display()
                )
            }
            Self::Faulty { path: None, .. } => {
                "mend these places; nothing of it is in force until then".into()
            }
            Self::Unwritable { path, .. } => {
                format!(
                    "look whether the disk is full and whether you may write to {}, and try again",
                    path.display()
                )
            }
        }
    }
}

fn named(path: Option<&PathBuf>) -> String {
    path.map_or_else(|| "the policy".into(), |path| path.display().to_string())
}

fn listed(faults: &[Fault]) -> String {
    let mut text: Vec<String> = faults.iter().take(NAMED).map(ToString::to_string).collect();
    let more = faults.len().saturating_sub(NAMED);
    if more > 0 {
        text.push(format!("and {more} more"));
    }
    text.join("; ")
}
