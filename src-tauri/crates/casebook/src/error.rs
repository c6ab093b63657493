//! Why the casebook did not do it, by what the user can do.

use std::path::PathBuf;

/// A failure of the casebook. Nothing was changed by what failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file cannot be opened or made.
    #[error("the casebook {} cannot be opened", path.display())]
    CannotOpen {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: rusqlite::Error,
    },
    /// The file's folder cannot be used.
    #[error("the casebook {} cannot be kept", path.display())]
    CannotKeep {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A later version of Astray made the file.
    #[error("the casebook {} was made by a newer Astray", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
    },
    /// What is written there cannot be understood.
    #[error("the casebook holds something that cannot be read: {0}")]
    Unreadable(String),
    /// The event does not fit how the incident stands.
    #[error("that does not fit how the incident stands: it is {0}")]
    Refused(&'static str),
    /// An incident is to be closed without a report and without a reason.
    #[error("closing without a report needs a reason")]
    NeedsReason,
    /// Another process reads just then, so that what was deleted may still lie in the log beside the file.
    #[error("the casebook is being read; what was deleted may not be overwritten yet")]
    Busy,
    /// There is no incident or account of this number.
    #[error("there is no number {0} in the casebook")]
    Unknown(i64),
    /// SQLite failed: disk full, busy, or damaged.
    #[error("the casebook could not be used: {0}")]
    Storage(#[from] rusqlite::Error),
}

impl Error {
    /// What the user can do, as a sentence.
    pub fn hint(&self) -> String {
        match self {
            Self::CannotOpen { .. } | Self::CannotKeep { .. } => {
                "Check that the folder is yours and the disk is not full."
            }
            Self::Newer { .. } => {
                "Install the newer Astray again; this one must not change what it does not know."
            }
            Self::Unreadable(_) => "Keep the file and show it to whoever looks after this computer.",
            Self::Refused(_) => "Open the incident again to see how it stands.",
            Self::NeedsReason => "Write in a few words why it need not be reported.",
            Self::Busy => "Close Astray's window and try again.",
            Self::Unknown(_) => "Go back to the list and choose again.",
            Self::Storage(_) => "Nothing was changed. Check that the disk is not full, then try again.",
        }
        .to_owned()
    }
}
