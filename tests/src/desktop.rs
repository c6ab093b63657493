//! A whole desktop session: home, bus, screen, notifications, tray.

use anyhow::Result;

use crate::{
    display::Display, environment::Environment, home::Home, keyring::Keyring, notifications::Notifications,
    program::Agent, session_bus::SessionBus, tray_host::TrayHost,
};

/// A private desktop session with all that Astray meets on a good one. Its parts can leave and come back one by one.
#[derive(Debug)]
pub struct Desktop {
    /// The keyring; first, so that it ends before its bus.
    pub keyring: Keyring,
    /// The notification server.
    pub notifications: Notifications,
    /// The tray.
    pub tray: TrayHost,
    /// The bus.
    pub bus: SessionBus,
    /// The screen.
    pub display: Display,
    /// The user's home.
    pub home: Home,
}

impl Desktop {
    /// Starts all of it.
    ///
    /// # Errors
    /// When one of the programs is missing or does not start.
    pub async fn start() -> Result<Self> {
        Self::start_on(Display::start()?).await
    }

    /// Starts all of it on that screen.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub async fn start_on(display: Display) -> Result<Self> {
        let (home, bus) = (Home::new()?, SessionBus::start()?);
        let keyring = Keyring::start(&home, &home.env().and(&bus.env())).await?;
        let notifications = Notifications::start(&bus).await?;
        let tray = TrayHost::start(&bus).await?;
        Ok(Self {
            keyring,
            notifications,
            tray,
            bus,
            display,
            home,
        })
    }

    /// The variables that send a program to this session.
    pub fn env(&self) -> Environment {
        self.home
            .env()
            .and(&self.bus.env())
            .and(&self.display.env())
            .with("XDG_CURRENT_DESKTOP", "XFCE")
    }

    /// Starts the agent in this session.
    ///
    /// # Errors
    /// When it has not been built.
    pub fn agent(&self, arguments: &[&str]) -> Result<Agent> {
        Agent::start(&self.home, &self.env(), arguments)
    }
}
