//! The person's own desktop session.

use std::{env, path::PathBuf};

use anyhow::{Context, Result};
use astray_tests::{Environment, Home};

/// What Astray needs of the session to be seen in it. Everything else is the private home's.
const SHARED: [&str; 8] = [
    "DISPLAY",
    "XAUTHORITY",
    "XDG_CURRENT_DESKTOP",
    "XDG_SESSION_TYPE",
    "XDG_DATA_DIRS",
    "GDK_BACKEND",
    "GDK_SCALE",
    "LANG",
];

/// The session that the demo was started from.
pub(crate) struct Session {
    env: Environment,
    bus: String,
}

impl Session {
    /// The person's session; none where there is no display.
    pub(crate) fn of_person(home: &Home) -> Result<Option<Self>> {
        let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
        if !is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY") {
            return Ok(None);
        }
        let bus = bus_address()
            .context("this desktop has a display but no session bus, so nothing could be alerted")?;
        let mut env = home.env().with("DBUS_SESSION_BUS_ADDRESS", &bus);
        for name in SHARED {
            if let Some(value) = env::var_os(name) {
                env = env.with(name, value);
            }
        }
        if let Some(display) = env::var_os("WAYLAND_DISPLAY") {
            // A path of its own, since the runtime directory is the private home's: an Astray of the person's lives in the other.
            env = env.with("WAYLAND_DISPLAY", runtime_dir().join(display));
        }
        Ok(Some(Self { env, bus }))
    }

    pub(crate) const fn env(&self) -> &Environment {
        &self.env
    }

    pub(crate) fn bus(&self) -> &str {
        &self.bus
    }
}

fn bus_address() -> Option<String> {
    if let Ok(address) = env::var("DBUS_SESSION_BUS_ADDRESS") {
        return Some(address);
    }
    let socket = runtime_dir().join("bus");
    socket.exists().then(|| format!("unix:path={}", socket.display()))
}

fn runtime_dir() -> PathBuf {
    env::var_os("XDG_RUNTIME_DIR")
        .map(PathBuf::from)
        .unwrap_or_default()
}
