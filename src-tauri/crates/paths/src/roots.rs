//! Where the platform wants Astray's directories.

use std::{
    env,
    path::{Path, PathBuf},
};

use directories::{BaseDirs, ProjectDirs};

use crate::{Error, private_dir};

const POLICY_PATH: &str = "/etc/astray/policy.json";

/// The directories before they are made and checked, and the organisation's policy.
#[derive(Clone, Debug)]
pub struct Roots {
    /// The user's choices.
    pub config_dir: PathBuf,
    /// What must not be lost.
    pub data_dir: PathBuf,
    /// What may be lost, such as logs.
    pub state_dir: PathBuf,
    /// What lives as long as the login session, if the platform has such a place.
    pub runtime_dir: Option<PathBuf>,
    /// The organisation's policy.
    pub policy_path: PathBuf,
    /// What the desktop starts when the user signs in lies there.
    pub autostart_dir: PathBuf,
}

impl Roots {
    /// Asks the environment: the XDG base directories, and `ASTRAY_POLICY` for another policy.
    ///
    /// # Errors
    /// [`Error::NoHome`] where the user has no home directory.
    pub fn for_user() -> Result<Self, Error> {
        let dirs = ProjectDirs::from("", "", "Astray").ok_or(Error::NoHome)?;
        let autostart_dir = BaseDirs::new()
            .ok_or(Error::NoHome)?
            .config_dir()
            .join("autostart");
        let policy_path = env::var_os("ASTRAY_POLICY").filter(|path| !path.is_empty());
        Ok(Self {
            config_dir: dirs.config_dir().to_owned(),
            data_dir: dirs.data_dir().to_owned(),
            state_dir: dirs.state_dir().unwrap_or_else(|| dirs.data_dir()).to_owned(),
            runtime_dir: dirs
                .runtime_dir()
                .filter(|dir| is_in_session(dir))
                .map(Path::to_owned),
            policy_path: policy_path.map_or_else(|| POLICY_PATH.into(), PathBuf::from),
            autostart_dir,
        })
    }
}

/// Whether the directory around `dir` is there and ours. `su` and `sudo` hand on the variable of the user before.
fn is_in_session(dir: &Path) -> bool {
    dir.parent().is_some_and(private_dir::is_own)
}
