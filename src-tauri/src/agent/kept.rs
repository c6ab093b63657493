//! Kept: which notifications stand on the screen, written down for the next run of the agent. Numbers alone, nothing of what they say.
//!
//! A notification outlives the agent that showed it. The next run takes it up again: its answers count, and what comes within the
//! minute takes its place.

use std::{fs, io, path::Path};

use serde::{Deserialize, Serialize};

use super::place::Place;

/// One notification.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub(super) struct Kept {
    /// Where it stands.
    pub(super) place: Place,
    /// When its first part was shown, in milliseconds of the clock.
    pub(super) begun: i64,
    /// The incidents that it tells of, by their numbers.
    pub(super) incidents: Vec<i64>,
}

/// What the last run wrote down. A file that cannot be read tells of nothing.
pub(super) fn read(path: &Path) -> Vec<Kept> {
    let text = fs::read(path).unwrap_or_default();
    serde_json::from_slice(&text).unwrap_or_default()
}

/// Writes it down for the next run, in place of what was there: at once, as the agent may end at any moment.
pub(super) fn write(path: &Path, all: &[Kept]) {
    let written = match all {
        [] => match fs::remove_file(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            removed => removed,
        },
        all => serde_json::to_vec(all)
            .map_err(io::Error::from)
            .and_then(|text| paths::replace(path, &text)),
    };
    if let Err(error) = written {
        tracing::warn!("which notifications are shown could not be written down: {error}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_nothing_is_no_file() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notifications.json");
        assert_eq!(read(&path), []);
        let all = [Kept {
            place: Place::for_tests("bus :1.7", 70),
            begun: 9,
            incidents: vec![1, 2],
        }];
        write(&path, &all);
        assert_eq!(read(&path), all);
        write(&path, &[]);
        write(&path, &[]);
        assert!(!path.exists());
        fs::write(&path, "[{").unwrap();
        assert_eq!(read(&path), []);
    }
}
