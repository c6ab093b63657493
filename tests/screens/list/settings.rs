//! The settings' five parts.

use super::{
    Do::{self, Await, Enter, Press, See},
    Screen, row,
};
use crate::stage::Seed::{
    Account, Bare, Calm, Faulty, Gone, Keyless, Looking, Many, Nothing, Paused, Refused, Strict, Withdrawn,
    Year,
};

const DOMAINS: Do = Press("nav li:nth-child(2) button");
const ALERTS: Do = Press("nav li:nth-child(3) button");
const PRIVACY: Do = Press("nav li:nth-child(4) button");
const ABOUT: Do = Press("nav li:nth-child(5) button");

/// The rows of this place.
pub(super) const SCREENS: &[Screen] = &[
    row("settings-accounts", Calm, "settings", &[Await(".state.watching")]),
    row("settings-accounts-none", Nothing, "settings", &[Await("h2")]),
    row("settings-accounts-unwatched", Account, "settings", &[Await("h2")]),
    row(
        "settings-accounts-paused",
        Paused,
        "settings",
        &[Await(".state.paused")],
    ),
    row(
        "settings-accounts-refused",
        Refused,
        "settings",
        &[Await(".state.trouble")],
    ),
    row(
        "settings-accounts-server-gone",
        Gone,
        "settings",
        &[Await(".state.trouble")],
    ),
    row(
        "settings-accounts-sign-in-again",
        Withdrawn,
        "settings",
        &[Await(".state.trouble"), Await(".primary")],
    ),
    row(
        "settings-accounts-signing-in",
        Withdrawn,
        "settings",
        &[
            Await(".state.trouble"),
            Press(".actions .primary"),
            Await(".below .note"),
        ],
    ),
    row(
        "settings-accounts-remove",
        Calm,
        "settings",
        &[Press(".actions button:last-child"), Await("dialog")],
    ),
    row(
        "settings-accounts-removed",
        Account,
        "settings",
        &[
            Press(".actions button:last-child"),
            Press("dialog .grave"),
            Await("[role=status] .note"),
        ],
    ),
    row("settings-domains", Year, "settings", &[DOMAINS, Await("h2")]),
    row(
        "settings-domains-chosen",
        Account,
        "settings",
        &[DOMAINS, Await("h2"), See("form")],
    ),
    row(
        "settings-domains-learned",
        Year,
        "settings",
        &[DOMAINS, Await("h2"), See(".domains > :last-child")],
    ),
    row(
        "settings-domains-search",
        Year,
        "settings",
        &[DOMAINS, Enter(".search input", "navy")],
    ),
    row(
        "settings-domains-search-nothing",
        Year,
        "settings",
        &[DOMAINS, Enter(".search input", "zebra")],
    ),
    row(
        "settings-domains-removed",
        Account,
        "settings",
        &[DOMAINS, Press("li .plain"), Await("[role=status] .note")],
    ),
    row(
        "settings-domains-faulty",
        Account,
        "settings",
        &[
            DOMAINS,
            Enter("form input", "not a domain"),
            Press("form button"),
            Await("[aria-invalid=true]"),
            See("form"),
        ],
    ),
    row(
        "settings-domains-strict",
        Strict,
        "settings",
        &[DOMAINS, Await("h2")],
    ),
    row("settings-alerts", Calm, "settings", &[ALERTS, Await("h2")]),
    row(
        "settings-alerts-quiet",
        Account,
        "settings",
        &[ALERTS, Await(".hours")],
    ),
    row(
        "settings-alerts-faulty",
        Account,
        "settings",
        &[
            ALERTS,
            Enter(".hours input", "25:99"),
            Await("[aria-invalid=true]"),
            See(".check + .check"),
        ],
    ),
    row(
        "settings-alerts-strict",
        Strict,
        "settings",
        &[ALERTS, Await(".fixed")],
    ),
    row(
        "settings-alerts-tested",
        Calm,
        "settings",
        &[ALERTS, Press(".test button"), Await(".test p:not(:empty)")],
    ),
    row(
        "settings-alerts-untested",
        Bare,
        "settings",
        &[ALERTS, Press(".test button"), Await("[role=alert]")],
    ),
    row(
        "settings-alerts-no-agent",
        Account,
        "settings",
        &[ALERTS, Press(".test button"), Await("[role=alert]")],
    ),
    row(
        "settings-language",
        Calm,
        "settings",
        &[
            ALERTS,
            Press("label[lang=de] input"),
            Await("label[lang=de] input:checked"),
            See("label[lang=de]"),
        ],
    ),
    row("settings-privacy", Calm, "settings", &[PRIVACY, Await("h2")]),
    row(
        "settings-privacy-strict",
        Strict,
        "settings",
        &[PRIVACY, Await(".fixed"), See(".fixed")],
    ),
    row(
        "settings-privacy-saved",
        Account,
        "settings",
        &[
            PRIVACY,
            Enter("form input", "180"),
            Press("form button"),
            Await("[role=status] .note"),
        ],
    ),
    row(
        "settings-privacy-faulty",
        Account,
        "settings",
        &[
            PRIVACY,
            Enter("form input", "some"),
            Press("form button"),
            Await("[aria-invalid=true]"),
            See("form"),
        ],
    ),
    row(
        "settings-delete-older",
        Many,
        "settings",
        &[PRIVACY, Press(".buttons button:last-child"), Await("dialog")],
    ),
    row(
        "settings-delete-everything",
        Many,
        "settings",
        &[PRIVACY, Press(".privacy .grave"), Await("dialog")],
    ),
    row(
        "settings-deleted",
        Account,
        "settings",
        &[
            PRIVACY,
            Press(".privacy .grave"),
            Press("dialog .grave"),
            Await("[role=status] .note, [role=alert]"),
        ],
    ),
    row("settings-about", Calm, "settings", &[ABOUT, Await(".version")]),
    row(
        "settings-about-watched",
        Calm,
        "settings",
        &[ABOUT, Await(".version"), See(".about > :nth-child(2)")],
    ),
    row(
        "settings-about-trouble",
        Gone,
        "settings",
        &[ABOUT, Await(".version"), See(".about > :nth-child(2)")],
    ),
    row(
        "settings-about-policy-unread",
        Faulty,
        "settings",
        &[ABOUT, Await("[role=alert]"), See("[role=alert]")],
    ),
    row(
        "settings-about-report",
        Calm,
        "settings",
        &[
            ABOUT,
            Press(".about > section:nth-of-type(3) button"),
            Await("textarea"),
            See(".about > section:nth-of-type(3)"),
        ],
    ),
    row(
        "settings-accounts-looking",
        Looking,
        "settings",
        &[Await(".state")],
    ),
    row(
        "settings-accounts-keyless",
        Keyless,
        "settings",
        &[Await(".state.trouble")],
    ),
];
