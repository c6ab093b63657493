//! Every file that Astray reads or writes, and the directories that they lie in.
//!
//! The directories follow the platform (on Linux the XDG base directories), belong to the user alone (mode 0700) and are refused
//! when they are not the user's own. The crate names files, and puts one in the place of another; it reads none, and knows nothing
//! of what is in them.

mod channel;
mod error;
mod private_dir;
mod replace;
mod roots;

use std::path::PathBuf;

pub use error::Error;
pub use replace::replace;
pub use roots::Roots;

/// The places of all files, with their directories made and checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    config_dir: PathBuf,
    data_dir: PathBuf,
    log_dir: PathBuf,
    channel_path: PathBuf,
    policy_path: PathBuf,
    autostart_path: PathBuf,
}

impl Paths {
    /// The places for the user who runs this process, from the environment.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn for_user() -> Result<Self, Error> {
        Self::under(&Roots::for_user()?)
    }

    /// The places under `roots`.
    ///
    /// # Errors
    /// See [`Error`].
    pub fn under(roots: &Roots) -> Result<Self, Error> {
        let config_dir = private_dir::ensure(roots.config_dir.clone())?;
        let data_dir = private_dir::ensure(roots.data_dir.clone())?;
        let log_dir = private_dir::ensure(roots.state_dir.clone())?;
        Ok(Self {
            channel_path: channel::place(roots.runtime_dir.as_deref(), &data_dir)?,
            policy_path: roots.policy_path.clone(),
            autostart_path: roots.autostart_dir.join("astray.desktop"),
            config_dir,
            data_dir,
            log_dir,
        })
    }

    /// The database of incidents, events and cursors.
    pub fn casebook_path(&self) -> PathBuf {
        self.data_dir.join("casebook.db")
    }

    /// What the user chose.
    pub fn preferences_path(&self) -> PathBuf {
        self.config_dir.join("preferences.json")
    }

    /// What the organisation fixed. The file may be missing.
    pub fn policy_path(&self) -> PathBuf {
        self.policy_path.clone()
    }

    /// The desktop's note that Astray starts when the user signs in. It may be missing, and so may its directory.
    pub fn autostart_path(&self) -> PathBuf {
        self.autostart_path.clone()
    }

    /// Where log files go.
    pub fn log_dir(&self) -> PathBuf {
        self.log_dir.clone()
    }

    /// The file whose lock the one running agent holds. It lies beside the casebook, which the lock protects.
    pub fn lock_path(&self) -> PathBuf {
        self.data_dir.join("agent.lock")
    }

    /// The Unix socket by which a second start reaches the running agent; always short enough to be bound.
    pub fn channel_path(&self) -> PathBuf {
        self.channel_path.clone()
    }

    /// Which notifications stand on the screen, for the next run of the agent. Beside the socket: where the system has a directory
    /// for the session, it goes with the session, as the notifications do.
    pub fn notifications_path(&self) -> PathBuf {
        self.channel_path.with_file_name("notifications.json")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_has_its_place() {
        let home = tempfile::tempdir().unwrap();
        let roots = Roots {
            config_dir: home.path().join("config/astray"),
            data_dir: home.path().join("data/astray"),
            state_dir: home.path().join("state/astray"),
            runtime_dir: None,
            policy_path: PathBuf::from("/etc/astray/policy.json"),
            autostart_dir: home.path().join("config/autostart"),
        };
        let paths = Paths::under(&roots).unwrap();
        for (path, expected) in [
            (paths.casebook_path(), "data/astray/casebook.db"),
            (paths.lock_path(), "data/astray/agent.lock"),
            (paths.preferences_path(), "config/astray/preferences.json"),
            (paths.log_dir(), "state/astray"),
            (paths.channel_path(), "data/astray/agent.sock"),
            (paths.notifications_path(), "data/astray/notifications.json"),
        ] {
            assert_eq!(path, home.path().join(expected));
            assert!(path.parent().unwrap().is_dir());
        }
        let autostart = home.path().join("config/autostart/astray.desktop");
        assert_eq!(paths.autostart_path(), autostart);
        assert_eq!(paths.policy_path(), PathBuf::from("/etc/astray/policy.json"));
        assert_eq!(
            Paths::under(&roots).unwrap(),
            paths,
            "a second start finds the same"
        );
    }
}
