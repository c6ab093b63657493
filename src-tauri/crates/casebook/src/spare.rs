//! Spare: a copy of the casebook beside it, made once a day, that takes its place when it is damaged; and what was damaged, put aside.

use std::{
    fs, io,
    io::ErrorKind,
    path::{Path, PathBuf},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use message::Timestamp;
use rusqlite::params;

use crate::{Casebook, Error, open::keep_private};

impl Casebook {
    /// Writes the copy anew. It holds what the casebook holds, and nothing of what was deleted from it.
    ///
    /// # Errors
    /// Where it cannot be written; the copy from before stays.
    pub fn copy_beside(&self) -> Result<(), Error> {
        let Some(path) = self.file() else {
            return Ok(());
        };
        let fresh = beside(&path, ".spare-new");
        delete(&fresh)?;
        // SQLite writes into an empty file, which nobody else can read from its first octet on.
        keep_private(&fresh)?;
        let name = fresh.to_string_lossy();
        self.connection.execute("VACUUM INTO ?1", params![name])?;
        // Only what is on the disk takes the place of the copy from before.
        fs::File::open(&fresh)
            .and_then(|file| file.sync_all())
            .and_then(|()| fs::rename(&fresh, spare(&path)))
            .map_err(|source| Error::CannotKeep { path, source })
    }

    /// Deletes the copy: what was deleted from the casebook must not live on in it.
    pub(crate) fn delete_copy(&self) -> Result<(), Error> {
        let Some(path) = self.file() else {
            return Ok(());
        };
        delete(&beside(&path, ".spare-new"))?;
        delete(&spare(&path))
    }

    /// The casebooks that were put aside because they were damaged, the first one first.
    pub fn damaged(&self) -> Vec<PathBuf> {
        let found = self.file().map(|path| put_aside_beside(&path));
        let mut found = found.unwrap_or_else(|| Ok(Vec::new())).unwrap_or_default();
        found.retain(|path| !path.extension().is_some_and(is_log));
        found.sort();
        found
    }

    /// Deletes casebooks that were put aside, all of them or those from before then.
    pub(crate) fn delete_damaged(&self, before: Option<Timestamp>) -> Result<(), Error> {
        let Some(path) = self.file() else {
            return Ok(());
        };
        for damaged in put_aside_beside(&path).unwrap_or_default() {
            if before.is_none_or(|before| changed_before(&damaged, before)) {
                delete(&damaged)?;
            }
        }
        Ok(())
    }

    /// The file, if it is in one.
    fn file(&self) -> Option<PathBuf> {
        self.connection
            .path()
            .filter(|path| !path.is_empty())
            .map(PathBuf::from)
    }
}

/// Puts a damaged casebook aside, and the copy, if there is one, in its place.
pub(crate) fn replace(path: &Path) -> Result<(), Error> {
    put_aside(path)?;
    keep_private(path)?;
    match fs::copy(spare(path), path) {
        Err(source) if source.kind() != ErrorKind::NotFound => Err(Error::CannotKeep {
            path: path.to_owned(),
            source,
        }),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Renames a casebook, so that nothing of it is lost and another can be begun.
pub(crate) fn put_aside(path: &Path) -> Result<(), Error> {
    let free = (1..)
        .map(|n: u32| format!(".damaged-{n}"))
        .find(|suffix| !beside(path, suffix).exists())
        .unwrap_or_default();
    for part in ["", "-wal", "-shm"] {
        match fs::rename(beside(path, part), beside(path, &format!("{free}{part}"))) {
            Err(source) if source.kind() != ErrorKind::NotFound => {
                return Err(Error::CannotKeep {
                    path: path.to_owned(),
                    source,
                });
            }
            Ok(()) | Err(_) => {}
        }
    }
    Ok(())
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn spare(path: &Path) -> PathBuf {
    beside(path, ".spare")
}

fn is_log(extension: &std::ffi::OsStr) -> bool {
    let extension = extension.to_string_lossy();
    extension.ends_with("-wal") || extension.ends_with("-shm")
}

/// The files beside the casebook that were put aside.
fn put_aside_beside(path: &Path) -> io::Result<Vec<PathBuf>> {
    let (Some(dir), Some(name)) = (path.parent(), path.file_name()) else {
        return Ok(Vec::new());
    };
    let prefix = format!("{}.damaged-", name.to_string_lossy());
    let mut found = Vec::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with(&prefix) {
            found.push(entry.path());
        }
    }
    Ok(found)
}

fn delete(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != ErrorKind::NotFound => Err(Error::CannotKeep {
            path: path.to_owned(),
            source,
        }),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn changed_before(path: &Path, before: Timestamp) -> bool {
    let millis = u64::try_from(before.millis()).unwrap_or_default();
    let changed: io::Result<SystemTime> = fs::metadata(path).and_then(|file| file.modified());
    changed.is_ok_and(|at| at < UNIX_EPOCH + Duration::from_millis(millis))
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;
    use crate::{Decision, record::tests::recorded};

    fn spoil(path: &Path) {
        fs::write(path, vec![0x5a; 9000]).unwrap();
        for log in ["-wal", "-shm"] {
            delete(&beside(path, log)).unwrap();
        }
    }

    #[test]
    fn a_damaged_casebook_is_replaced_by_its_copy() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("casebook.db");
        let mut book = Casebook::open(&path).unwrap();
        let [kept] = recorded(&mut book, ["kept"]);
        book.decide(kept, Decision::Confirmed, Timestamp::from_millis(7))
            .unwrap();
        book.copy_beside().unwrap();
        assert_eq!(
            fs::metadata(spare(&path)).unwrap().permissions().mode() & 0o777,
            0o600
        );
        assert_eq!(book.damaged(), Vec::<PathBuf>::new());
        drop(book);

        spoil(&path);
        let mut book = Casebook::open(&path).unwrap();
        assert!(book.incident(kept).unwrap().is_some());
        assert_eq!(book.verify().unwrap(), []);
        assert_eq!(book.damaged(), [beside(&path, ".damaged-1")]);
        recorded::<1>(&mut book, ["goes on"]);
        drop(book);

        // Damaged once more, and the copy with it.
        spoil(&path);
        spoil(&spare(&path));
        let book = Casebook::open(&path).unwrap();
        assert!(book.incident(kept).unwrap().is_none());
        assert_eq!(book.damaged().len(), 3);
    }

    #[test]
    fn a_copy_that_cannot_be_written_leaves_the_one_before() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("casebook.db");
        let book = Casebook::open(&path).unwrap();
        book.copy_beside().unwrap();
        let before = fs::read(spare(&path)).unwrap();
        fs::create_dir_all(beside(&path, ".spare-new/in the way")).unwrap();
        assert!(matches!(book.copy_beside(), Err(Error::CannotKeep { .. })));
        assert_eq!(fs::read(spare(&path)).unwrap(), before);
    }
}
