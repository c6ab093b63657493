//! Atomic: a whole small file read, or replaced at once.

use std::{
    fs::{self, File},
    io::{self, Read, Write},
    path::Path,
};

use tempfile::NamedTempFile;

use crate::{Error, document::MOST_OCTETS};

/// The file's text; none where there is no file. One octet more than may be used is read at most, so that a file that never
/// ends does no harm.
pub(crate) fn read(path: &Path) -> Result<Option<String>, Error> {
    let unreadable = |source| Error::Unreadable {
        path: path.into(),
        source,
    };
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(unreadable(error)),
    };
    let most = u64::try_from(MOST_OCTETS).unwrap_or(u64::MAX).saturating_add(1);
    let mut octets = Vec::new();
    file.take(most).read_to_end(&mut octets).map_err(unreadable)?;
    match String::from_utf8(octets) {
        Ok(text) => Ok(Some(text)),
        // A text too long may be cut inside a character: that it is too long is what counts.
        Err(error) if error.as_bytes().len() > MOST_OCTETS => {
            Ok(Some(String::from_utf8_lossy(error.as_bytes()).into_owned()))
        }
        Err(_) => Err(unreadable(io::Error::new(
            io::ErrorKind::InvalidData,
            "it is not text in UTF-8",
        ))),
    }
}

/// Replaces the file at once, with mode 0600: a crash leaves the old text or the new one, on disk.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), Error> {
    replace(path, text).map_err(|source| Error::Unwritable {
        path: path.into(),
        source,
    })
}

fn replace(path: &Path, text: &str) -> io::Result<()> {
    let dir = path
        .parent()
        .filter(|dir| !dir.as_os_str().is_empty())
        .unwrap_or_else(|| Path::new("."));
    fs::create_dir_all(dir)?;
    // Made with mode 0600, and removed again if anything below fails.
    let mut file = NamedTempFile::new_in(dir)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    // The new name is only safe once its directory is.
    File::open(dir)?.sync_all()
}
