//! A directory that belongs to the user alone.

use std::{
    fs::{self, DirBuilder, File, Permissions},
    io,
    os::unix::fs::{DirBuilderExt, MetadataExt, PermissionsExt},
    path::{Path, PathBuf},
};

use crate::Error;

const OWNER_ONLY: u32 = 0o700;

/// Makes `dir` with those above it where they are missing, sees that it is the user's own, and closes it to all others.
pub(crate) fn ensure(dir: PathBuf) -> Result<PathBuf, Error> {
    match open_private(&dir) {
        Ok(None) => Ok(dir),
        Ok(Some(refusal)) => Err(refusal),
        Err(source) => Err(Error::Unusable { path: dir, source }),
    }
}

/// Whether `dir` is a directory of the user who runs this process.
pub(crate) fn is_own(dir: &Path) -> bool {
    let own = || -> io::Result<bool> {
        let found = fs::metadata(dir)?;
        Ok(found.is_dir() && found.uid() == own_uid()?)
    };
    own().unwrap_or(false)
}

fn open_private(dir: &Path) -> io::Result<Option<Error>> {
    match DirBuilder::new().recursive(true).mode(OWNER_ONLY).create(dir) {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        Err(_) | Ok(()) => {}
    }
    let named = fs::symlink_metadata(dir)?;
    if named.is_symlink() {
        return Ok(Some(Error::Symlink(dir.to_owned())));
    }
    if !named.is_dir() {
        return Ok(Some(Error::NotADirectory(dir.to_owned())));
    }
    if named.uid() != own_uid()? {
        return Ok(Some(Error::NotYours(dir.to_owned())));
    }
    // An odd umask may have taken our own bits, and opening needs them. The link was ruled out above; whoever could put one
    // there since then owns the directory around it.
    if named.mode() & OWNER_ONLY != OWNER_ONLY {
        fs::set_permissions(dir, Permissions::from_mode(OWNER_ONLY))?;
    }
    let opened = File::open(dir)?;
    let found = opened.metadata()?;
    if (found.dev(), found.ino()) != (named.dev(), named.ino()) {
        return Ok(Some(Error::Symlink(dir.to_owned())));
    }
    if found.mode() & 0o777 != OWNER_ONLY {
        opened.set_permissions(Permissions::from_mode(OWNER_ONLY))?;
    }
    Ok(None)
}

/// The effective user: the owner of the process's own directory in procfs, whatever its “dumpable” flag (proc(5)).
fn own_uid() -> io::Result<u32> {
    fs::metadata("/proc/self").map(|process| process.uid())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::{chown, symlink};

    use super::*;

    fn mode(dir: &Path) -> u32 {
        fs::metadata(dir).unwrap().mode() & 0o7777
    }

    #[test]
    fn makes_a_directory_that_only_the_owner_can_enter() {
        let home = tempfile::tempdir().unwrap();
        let dir = ensure(home.path().join("a/b")).unwrap();
        assert_eq!(mode(&dir), 0o700);
        assert_eq!(mode(dir.parent().unwrap()), 0o700);
    }

    #[test]
    fn closes_an_open_directory_and_opens_a_shut_one() {
        let home = tempfile::tempdir().unwrap();
        let dir = home.path().join("astray");
        fs::create_dir(&dir).unwrap();
        for before in [0o755, 0o777, 0o000, 0o500] {
            fs::set_permissions(&dir, Permissions::from_mode(before)).unwrap();
            ensure(dir.clone()).unwrap();
            assert_eq!(mode(&dir), 0o700, "was {before:o}");
        }
    }

    #[test]
    fn refuses_a_symbolic_link() {
        let home = tempfile::tempdir().unwrap();
        let (target, link) = (home.path().join("elsewhere"), home.path().join("astray"));
        fs::create_dir(&target).unwrap();
        fs::set_permissions(&target, Permissions::from_mode(0o755)).unwrap();
        symlink(&target, &link).unwrap();
        assert!(matches!(ensure(link.clone()), Err(Error::Symlink(path)) if path == link));
        assert_eq!(mode(&target), 0o755, "what it points to is left alone");
    }

    #[test]
    fn refuses_a_link_that_leads_nowhere() {
        let home = tempfile::tempdir().unwrap();
        let link = home.path().join("astray");
        symlink(home.path().join("nowhere"), &link).unwrap();
        assert!(matches!(ensure(link), Err(Error::Symlink(_))));
    }

    #[test]
    fn refuses_a_file() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("astray");
        fs::write(&file, "").unwrap();
        assert!(matches!(ensure(file), Err(Error::NotADirectory(_))));
    }

    #[test]
    fn refuses_a_directory_of_another_user() {
        let home = tempfile::tempdir().unwrap();
        let dir = home.path().join("astray");
        fs::create_dir(&dir).unwrap();
        // Only root can give a directory away; anybody else finds one of root's at the root of the tree.
        let foreign = match chown(&dir, Some(4242), None) {
            Ok(()) => dir,
            Err(_) => PathBuf::from("/usr"),
        };
        assert!(!is_own(&foreign));
        assert!(matches!(ensure(foreign), Err(Error::NotYours(_))));
    }

    #[test]
    fn says_which_directory_could_not_be_made() {
        let error = ensure(PathBuf::from("/proc/astray")).unwrap_err();
        assert_eq!(error.to_string(), "/proc/astray could not be made or opened");
    }
}
