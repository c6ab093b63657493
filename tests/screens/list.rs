//! The list of screens: a row each. What a row needs beside the seed is pressed on the way.

use crate::casebooks::Seed;

/// A screen in one state.
#[derive(Debug)]
pub(crate) struct Screen {
    /// Its name, `place-state`; the place is the group on the index page.
    pub(crate) name: &'static str,
    /// What the casebook holds.
    pub(crate) seed: Seed,
    /// Where the window begins.
    pub(crate) route: &'static str,
    /// What is done on the way.
    pub(crate) steps: &'static [Do],
}

impl Screen {
    /// The place.
    pub(crate) fn group(&self) -> &'static str {
        self.name.split('-').next().unwrap_or(self.name)
    }
}

/// Something that is done on the way to a screen. Elements are named by CSS, so that a row serves all languages.
#[derive(Debug)]
pub(crate) enum Do {
    /// Wait until it is there.
    Await(&'static str),
    /// Press it.
    Press(&'static str),
    /// Bring it into sight.
    See(&'static str),
}

use Do::{Await, Press, See};

const fn row(name: &'static str, seed: Seed, route: &'static str, steps: &'static [Do]) -> Screen {
    Screen {
        name,
        seed,
        route,
        steps,
    }
}

/// All screens.
pub(crate) const SCREENS: &[Screen] = &[
    row("history-first", Seed::Nothing, "history", &[Await("h2")]),
    row("history-empty", Seed::Account, "history", &[Await("h2")]),
    row("history-little", Seed::Steps, "history", &[Await("[data-row]")]),
    row(
        "history-ten-thousand",
        Seed::Many,
        "history",
        &[Await("[data-row]")],
    ),
    row("welcome-about", Seed::Nothing, "welcome", &[Await("h1")]),
    row(
        "welcome-account",
        Seed::Nothing,
        "welcome",
        &[Press("footer button:last-child"), Await("input")],
    ),
    row("settings-accounts", Seed::Account, "settings", &[Await("h1, h2")]),
    row(
        "settings-domains",
        Seed::Many,
        "settings",
        &[Press("nav li:nth-child(2) button"), Await("h2")],
    ),
    row(
        "settings-alerts",
        Seed::Account,
        "settings",
        &[Press("nav li:nth-child(3) button"), Await("h2")],
    ),
    row(
        "settings-privacy",
        Seed::Account,
        "settings",
        &[Press("nav li:nth-child(4) button"), Await("h2")],
    ),
    row(
        "settings-about",
        Seed::Account,
        "settings",
        &[Press("nav li:nth-child(5) button"), Await("h2")],
    ),
    row(
        "incident-mistake",
        Seed::Steps,
        "incident/1",
        &[Await("[data-step]")],
    ),
    row(
        "incident-scope",
        Seed::Steps,
        "incident/1",
        &[Press(".buttons button:nth-child(2)"), Await("#ask")],
    ),
    row(
        "incident-not-sure",
        Seed::Steps,
        "incident/2",
        &[Await("[data-step]"), See("#steps")],
    ),
    row(
        "incident-marked",
        Seed::Steps,
        "incident/3",
        &[Await("[data-step]"), See("#steps")],
    ),
    row(
        "incident-stopped",
        Seed::Steps,
        "incident/4",
        &[Await("[data-step]"), See("#steps")],
    ),
    row(
        "incident-harm",
        Seed::Steps,
        "incident/5",
        &[Await("[data-step]"), See("#steps")],
    ),
    row(
        "incident-findings",
        Seed::Steps,
        "incident/6",
        &[Await("[data-step]"), See("#findings")],
    ),
    row(
        "incident-deletion",
        Seed::Steps,
        "incident/7",
        &[Await("[data-step]"), See("#steps")],
    ),
    row(
        "incident-answer",
        Seed::Steps,
        "incident/8",
        &[Press("[data-step=deletion]"), See("#steps")],
    ),
    row(
        "incident-report",
        Seed::Steps,
        "incident/8",
        &[Await("#step-report"), See("[data-step=report]")],
    ),
    row(
        "incident-unknown",
        Seed::Steps,
        "incident/9",
        &[Await("[data-step]"), See("#steps")],
    ),
    row(
        "incident-resend",
        Seed::Steps,
        "incident/10",
        &[Await("#step-resend"), See("[data-step=resend]")],
    ),
    row(
        "incident-prevention",
        Seed::Steps,
        "incident/11",
        &[Press("#step-prevention details summary"), See("#steps")],
    ),
    row(
        "incident-close",
        Seed::Steps,
        "incident/12",
        &[Await("#step-close"), See("[data-step=close]")],
    ),
    row(
        "incident-closed",
        Seed::Steps,
        "incident/13",
        &[Await("[data-step]")],
    ),
    row(
        "incident-right",
        Seed::Steps,
        "incident/14",
        &[Await("[data-step]")],
    ),
    row(
        "incident-hostile",
        Seed::Steps,
        "incident/15",
        &[Press("[data-step=deletion]"), See("[data-step=deletion]")],
    ),
    row(
        "incident-deceiving",
        Seed::Steps,
        "incident/16",
        &[Press("details summary")],
    ),
    row(
        "incident-bounced",
        Seed::Steps,
        "incident/17",
        &[Await("[data-step]")],
    ),
    row(
        "incident-gone",
        Seed::Steps,
        "incident/999",
        &[Await("[role=alert]")],
    ),
];
