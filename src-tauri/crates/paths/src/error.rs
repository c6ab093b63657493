//! What can be wrong with a directory, by what the user has to do about it.

use std::{io, path::PathBuf};

/// Why there is no safe place for Astray's files.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Neither `HOME` nor the user database names a home directory.
    #[error("this user has no home directory; set HOME to one")]
    NoHome,
    /// Whoever made the link decides where the files go.
    #[error("{} is a symbolic link; replace it with a directory, as Astray keeps its files nowhere else", .0.display())]
    Symlink(PathBuf),
    /// Another user could read and change what lies there.
    #[error("{} belongs to another user; move it away, or give it back to yourself with chown", .0.display())]
    NotYours(PathBuf),
    /// A file is in the way.
    #[error("{} is not a directory; move it away", .0.display())]
    NotADirectory(PathBuf),
    /// The system refused.
    #[error("{} could not be made or opened", path.display())]
    Unusable {
        /// The directory.
        path: PathBuf,
        /// The system's answer.
        source: io::Error,
    },
}
