//! Which of its two roles this process plays, as the command line says.

use std::{fmt, str::FromStr};

use clap::Parser;

/// Tells you when mail has gone to a domain that only looks like the one you meant.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 100)]
pub(crate) struct Arguments {
    /// Watch without opening a window, as at sign-in
    #[arg(long, conflicts_with = "window")]
    hidden: bool,
    /// Open one window on ROUTE (history, incident/ID, settings, welcome) and end with it
    #[arg(long, value_name = "ROUTE")]
    window: Option<Route>,
}

/// What the process is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// Tray, watchers and alerts; opens the history at the start unless hidden.
    Agent {
        /// Whether no window is to be opened.
        hidden: bool,
    },
    /// One window.
    Window(Route),
}

impl From<Arguments> for Role {
    fn from(arguments: Arguments) -> Self {
        match arguments.window {
            Some(route) => Self::Window(route),
            None => Self::Agent {
                hidden: arguments.hidden,
            },
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
        assert_eq!(role(&[]), Some(Role::Agent { hidden: false }));
        assert_eq!(role(&["--hidden"]), Some(Role::Agent { hidden: true }));
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
        assert_eq!(role(&["--hidden", "--window", "history"]), None);
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
