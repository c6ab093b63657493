//! A home directory for one test.

use std::{
    fs::{self, DirBuilder},
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::environment::Environment;

/// A private home with the XDG base directories in it, open to its user alone. Removed when dropped, unless it is kept.
#[derive(Debug)]
pub struct Home {
    dir: PathBuf,
    _removed: Option<TempDir>,
}

impl Home {
    /// A home under the system's temporary directory.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn new() -> Result<Self> {
        let dir = tempfile::Builder::new().prefix("astray-home-").tempdir()?;
        let mut home = Self::kept(dir.path())?;
        home._removed = Some(dir);
        Ok(home)
    }

    /// A home in `dir`, which stays when the value is dropped.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn kept(dir: &Path) -> Result<Self> {
        let home = Self {
            dir: dir.to_owned(),
            _removed: None,
        };
        for dir in [
            home.dir.clone(),
            home.config_dir(),
            home.data_dir(),
            home.state_dir(),
            home.cache_dir(),
            home.runtime_dir(),
            home.log_dir(),
        ] {
            DirBuilder::new()
                .recursive(true)
                .mode(0o700)
                .create(&dir)
                .with_context(|| format!("{} cannot be made", dir.display()))?;
        }
        if !home.policy_path().exists() {
            home.write_policy(
                r#"{"protected_domains": [], "trusted_domains": [], "known_correspondents": []}"#,
            )?;
        }
        Ok(home)
    }

    /// The variables that send a program here.
    pub fn env(&self) -> Environment {
        Environment::private()
            .with("HOME", &self.dir)
            .with("XDG_CONFIG_HOME", self.config_dir())
            .with("XDG_DATA_HOME", self.data_dir())
            .with("XDG_STATE_HOME", self.state_dir())
            .with("XDG_CACHE_HOME", self.cache_dir())
            .with("XDG_RUNTIME_DIR", self.runtime_dir())
            .with("ASTRAY_POLICY", self.policy_path())
    }

    /// Writes the organisation's policy that Astray reads in this home. An empty one is there before.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write_policy(&self, json: &str) -> Result<()> {
        Ok(fs::write(self.policy_path(), json)?)
    }

    /// Where the organisation's policy is.
    pub fn policy_path(&self) -> PathBuf {
        self.dir.join("policy.json")
    }

    /// The home itself.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// `XDG_CONFIG_HOME`.
    pub fn config_dir(&self) -> PathBuf {
        self.dir.join("config")
    }

    /// `XDG_DATA_HOME`.
    pub fn data_dir(&self) -> PathBuf {
        self.dir.join("data")
    }

    /// `XDG_STATE_HOME`.
    pub fn state_dir(&self) -> PathBuf {
        self.dir.join("state")
    }

    /// `XDG_CACHE_HOME`.
    pub fn cache_dir(&self) -> PathBuf {
        self.dir.join("cache")
    }

    /// `XDG_RUNTIME_DIR`.
    pub fn runtime_dir(&self) -> PathBuf {
        self.dir.join("run")
    }

    /// Where what the started processes print goes.
    pub fn log_dir(&self) -> PathBuf {
        self.dir.join("printed")
    }
}
