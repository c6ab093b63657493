//! Where the demo keeps everything: `target/demo`.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use astray_tests::{Home, root};
use tempfile::TempDir;

/// Longer than this, the sockets in Dovecot's folder would have names that are too long for sockets.
const LONGEST_DOVECOT_PATH: usize = 60;

/// The demo's folder, empty at the start, and the private home in it.
pub(crate) struct Place {
    dir: PathBuf,
    elsewhere: TempDir,
    pub(crate) home: Home,
}

impl Place {
    /// Removes what an earlier demo has left.
    pub(crate) fn fresh() -> Result<Self> {
        let dir = root().join("target/demo");
        if dir.exists() {
            fs::remove_dir_all(&dir).with_context(|| format!("{} cannot be removed", dir.display()))?;
        }
        fs::create_dir_all(&dir)?;
        let elsewhere = tempfile::Builder::new().prefix("astray-demo-").tempdir()?;
        fs::set_permissions(elsewhere.path(), fs::Permissions::from_mode(0o711))?;
        Ok(Self {
            home: Home::kept(&dir.join("home"))?,
            elsewhere,
            dir,
        })
    }

    pub(crate) fn dir(&self) -> &Path {
        &self.dir
    }

    pub(crate) fn pki_dir(&self) -> PathBuf {
        self.dir.join("pki")
    }

    /// The mail server's folder. Root's servers run as nobody, who may not be let through to the repository; and socket names
    /// are short: in both cases the folder is a temporary one.
    pub(crate) fn dovecot_dir(&self) -> Result<PathBuf> {
        let dir = self.dir.join("dovecot");
        let is_open = self
            .dir
            .ancestors()
            .all(|above| fs::metadata(above).is_ok_and(|above| above.permissions().mode() & 0o001 != 0));
        let is_short = dir.as_os_str().len() <= LONGEST_DOVECOT_PATH;
        let dir = if is_open && is_short {
            dir
        } else {
            self.elsewhere.path().join("dovecot")
        };
        fs::create_dir_all(&dir)?;
        Ok(dir)
    }
}
