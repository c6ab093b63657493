//! File: a whole small file, read as far as it may be long.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

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
