//! Deletes everything that Astray keeps: passwords first, since the casebook alone knows whose they are.

use std::{
    fs::{self, File, TryLockError},
    io,
    path::Path,
};

use anyhow::{Context, Result, anyhow};
use credentials::Keyring;
use paths::Paths;

use crate::{
    account::{key_of, unlocked},
    failure::hinted,
    incidents::{advised, open},
};

/// Empties the keyring's entries, the casebook, the settings and the logs. An agent that runs would go on recording, so there must be
/// none.
pub(crate) fn everything(paths: &Paths) -> Result<()> {
    let _held = alone(&paths.lock_path())?;
    let mut casebook = open(&paths.casebook_path())?;
    let keyring = Keyring::default();
    for row in casebook.accounts().map_err(advised)? {
        match keyring.forget(&key_of(&row.account)) {
            // Where there is no keyring, no password is in it.
            Ok(()) | Err(credentials::Error::NoKeyring(_)) => {}
            Err(error) => return Err(unlocked(error)),
        }
    }
    casebook.delete_everything(watch::now()).map_err(advised)?;
    drop(casebook);
    remove(&paths.preferences_path())?;
    for entry in fs::read_dir(paths.log_dir()).context("the logs cannot be read")? {
        remove(&entry?.path())?;
    }
    Ok(())
}

/// Holds the agent's lock, so that none starts meanwhile.
fn alone(lock: &Path) -> Result<File> {
    let file = File::options()
        .create(true)
        .truncate(false)
        .write(true)
        .open(lock)
        .with_context(|| format!("{} cannot be opened", lock.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(TryLockError::WouldBlock) => Err(hinted(
            anyhow!("Astray is running"),
            "choose Quit in its menu, then try again",
        )),
        Err(TryLockError::Error(error)) => {
            Err(error).with_context(|| format!("{} cannot be locked", lock.display()))
        }
    }
}

fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("{} cannot be deleted", path.display()))
        }
        Ok(()) | Err(_) => Ok(()),
    }
}
