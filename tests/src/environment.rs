//! The environment variables of a private session, and nothing of the one that runs the tests.

use std::{
    collections::BTreeMap,
    ffi::{OsStr, OsString},
    process::Command,
};

/// Whether programs draw themselves light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

/// Variables that a command gets in place of the caller's.
#[derive(Clone, Debug, Default)]
pub struct Environment(BTreeMap<OsString, OsString>);

/// What a session passes on from the environment of the tests: where programs are, and how tests are run.
const PASSED_ON: [&str; 4] = ["PATH", "RUST_BACKTRACE", "LLVM_PROFILE_FILE", "LD_LIBRARY_PATH"];

impl Environment {
    /// What every private session has: the search path, an English UTF-8 locale, no accessibility bus, no settings kept, and none
    /// of the system's services.
    pub fn private() -> Self {
        let passed_on = PASSED_ON
            .iter()
            .filter_map(|name| Some((OsString::from(name), std::env::var_os(name)?)));
        Self(passed_on.collect())
            .with("LC_ALL", "C.UTF-8")
            .with("NO_AT_BRIDGE", "1")
            .with("GSETTINGS_BACKEND", "memory")
            .with("GIO_USE_VFS", "local")
            .with("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nonexistent")
    }

    /// With one variable more, or with another value for it.
    #[must_use]
    pub fn with(mut self, name: impl Into<OsString>, value: impl Into<OsString>) -> Self {
        self.0.insert(name.into(), value.into());
        self
    }

    /// With all of `other`, whose values win.
    #[must_use]
    pub fn and(mut self, other: &Self) -> Self {
        self.0.extend(other.0.clone());
        self
    }

    /// With GTK, and so the web view, drawing in that theme.
    #[must_use]
    pub fn themed(self, theme: Theme) -> Self {
        match theme {
            Theme::Light => self.with("GTK_THEME", "Adwaita"),
            Theme::Dark => self.with("GTK_THEME", "Adwaita:dark"),
        }
    }

    /// The value of a variable.
    pub fn get(&self, name: &str) -> Option<&OsStr> {
        self.0.get(OsStr::new(name)).map(OsString::as_os_str)
    }

    /// A command that runs with these variables alone.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env_clear().envs(&self.0);
        command
    }
}
