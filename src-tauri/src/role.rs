//! Which of its two roles this process plays, as the command line says.

use std::{fmt, str::FromStr};

use clap::Parser;

/// Tells you when mail has gone to a domain that only looks like the one you meant.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub(crate) struct Arguments {
    /// Watch without opening a window
    #[arg(long, conflicts_with = "window")]
    hidden: bool,
    /// Watch where the organisation's policy wants that at sign-in, else end at once; at first, open the welcome
    #[arg(long, conflicts_with_all = ["window", "hidden"])]
    at_sign_in: bool,
    /// Open one window on ROUTE (history, incident/ID, settings, welcome) and end with it
    #[arg(long, value_name = "ROUTE")]
    window: Option<Route>,
}

/// What the process is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Tray, watchers and alerts.
    Agent(Start),
    /// One window.
    Window(Route),
}

/// What started the agent, and so what it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Start {
    /// The user: the history, or the welcome until it is done.
    Asked,
    /// The desktop, as the user wished: nothing.
    Hidden,
    /// The desktop, as the package has it for every user: only where the organisation wishes it, and the welcome until it is done.
    AtSignIn,
}

impl Start {
    /// What is opened, where `first` is what the user has to see first.
    pub(crate) fn opens(self, first: Route) -> Option<Route> {
        match self {
            Self::Asked => Some(first),
            Self::Hidden => None,
            Self::AtSignIn => Some(first).filter(|&first| first == Route::Welcome),
        }
    }
}

impl From<Arguments> for Role {
    fn from(arguments: Arguments) -> Self {
        match arguments.window {
            Some(route) => Self::Window(route),
            None if arguments.at_sign_in => Self::Agent(Start::AtSignIn),
            None if arguments.hidden => Self::Agent(Start::Hidden),
            None => Self::Agent(Start::Asked),
        }
    }
}

/// The address of a place in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    /// The list of incidents.
    History,
    /// One incident by its number.
    Incident(i64),
    /// Accounts and domains.
    Settings,
    /// The first run.
    Welcome,
}

impl FromStr for Route {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text {
            "history" => Ok(Self::History),
            "settings" => Ok(Self::Settings),
            "welcome" => Ok(Self::Welcome),
            _ => text
                .strip_prefix("incident/")
                .and_then(|id| id.parse().ok().filter(|&id: &i64| id > 0))
                .map(Self::Incident)
                .ok_or_else(|| "expected history, settings, welcome, or incident/ and its number".to_owned()),
        }
    }
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::History => f.write_str("history"),
            Self::Incident(id) => write!(f, "incident/{id}"),
            Self::Settings => f.write_str("settings"),
            Self::Welcome => f.write_str("welcome"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn role(arguments: &[&str]) -> Option<Role> {
        Arguments::try_parse_from([&["astray"], arguments].concat())
            .ok()
            .map(Role::from)
    }

    #[test]
    fn the_command_line_says_the_role() {
        assert_eq!(role(&[]), Some(Role::Agent(Start::Asked)));
        assert_eq!(role(&["--hidden"]), Some(Role::Agent(Start::Hidden)));
        assert_eq!(
            role(&["--window", "incident/7"]),
            Some(Role::Window(Route::Incident(7)))
        );
        for bad in [
            "incident/",
            "incident/0",
            "incident/-1",
            "incident/1/../2",
            "http://x.example",
            "",
            "History",
        ] {
            assert_eq!(role(&["--window", bad]), None, "{bad}");
        }
        for two in [
            ["--hidden", "--window=history"],
            ["--at-sign-in", "--window=history"],
            ["--at-sign-in", "--hidden"],
        ] {
            assert_eq!(role(&two), None, "{two:?}");
        }
    }

    #[test]
    fn the_packages_entry_for_every_user_starts_the_agent_at_sign_in() {
        let entry = include_str!("../package/at-sign-in.desktop");
        let arguments = entry
            .lines()
            .find_map(|line| line.strip_prefix("Exec=astray "))
            .unwrap();
        assert_eq!(role(&[arguments]), Some(Role::Agent(Start::AtSignIn)));
    }

    #[test]
    fn a_sign_in_opens_nothing_but_the_welcome() {
        for first in [Route::History, Route::Welcome] {
            assert_eq!(Start::Asked.opens(first), Some(first));
            assert_eq!(Start::Hidden.opens(first), None);
        }
        assert_eq!(Start::AtSignIn.opens(Route::History), None);
        assert_eq!(Start::AtSignIn.opens(Route::Welcome), Some(Route::Welcome));
    }

    #[test]
    fn a_route_prints_as_it_is_read() {
        for route in [
            Route::History,
            Route::Incident(3),
            Route::Settings,
            Route::Welcome,
        ] {
            assert_eq!(route.to_string().parse(), Ok(route));
        }
    }
}
