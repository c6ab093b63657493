//! The history: how the watch stands, the list, its search, filters, weeks and dialogs.

use super::{
    Do::{Await, Enter, Keys, Press, Try},
    Screen, row,
};
use crate::stage::Seed::{
    Account, Bare, Broken, Calm, Faulty, Gone, Keyless, Looked, Many, Nothing, Paused, Refused, Steps, Year,
};

const ROW: &str = "[data-row]";
const EMPTY: &str = ".empty h2";
const SEARCH: &str = "search input";

/// The rows of this place.
pub(super) const SCREENS: &[Screen] = &[
    row("history-first", Nothing, "history", &[Await(EMPTY)]),
    row("history-empty", Account, "history", &[Await(EMPTY)]),
    row("history-little", Steps, "history", &[Await(ROW)]),
    row("history-ten-thousand", Many, "history", &[Await(ROW)]),
    row(
        "history-watching-empty",
        Calm,
        "history",
        &[Await("p.watching"), Await(EMPTY)],
    ),
    row(
        "history-watching",
        Year,
        "history",
        &[Await("p.watching"), Await(ROW)],
    ),
    row(
        "history-paused",
        Paused,
        "history",
        &[Await("p.paused"), Await(ROW)],
    ),
    row(
        "history-refused",
        Refused,
        "history",
        &[Await("p.cannotWatch"), Await(".note button")],
    ),
    row(
        "history-server-gone",
        Gone,
        "history",
        &[Await("p.cannotWatch"), Await(".note")],
    ),
    row(
        "history-bare-desktop",
        Bare,
        "history",
        &[Await("p.watching"), Await(".note"), Await(ROW)],
    ),
    row(
        "history-in-welcome",
        Looked,
        "history",
        &[Await("p.watching"), Await(".note button")],
    ),
    row(
        "history-policy-unread",
        Faulty,
        "history",
        &[Await("p.watching"), Await(".note"), Await(ROW)],
    ),
    row("history-broken", Broken, "history", &[Await(EMPTY)]),
    row(
        "history-keys",
        Steps,
        "history",
        &[Await(ROW), Press("header .signs button"), Await("dialog")],
    ),
    row(
        "history-keyboard",
        Steps,
        "history",
        &[Await(ROW), Keys("\u{e015}"), Await("[data-row]:focus")],
    ),
    row(
        "history-filter-state",
        Many,
        "history",
        &[
            Await(ROW),
            Press(".line > :nth-child(1) > button"),
            Await("fieldset"),
        ],
    ),
    row(
        "history-filter-second",
        Many,
        "history",
        &[
            Await(ROW),
            Press(".line > :nth-child(2) > button"),
            Await("fieldset"),
        ],
    ),
    row(
        "history-filter-third",
        Many,
        "history",
        &[
            Await(ROW),
            Press(".line > :nth-child(3) > button"),
            Await("fieldset"),
        ],
    ),
    row(
        "history-filtered",
        Many,
        "history",
        &[
            Await(ROW),
            Press(".line > :nth-child(1) > button"),
            Press("fieldset label:nth-of-type(2) input"),
            Press(".line > :nth-child(1) > button"),
            Await(".line > .plain"),
        ],
    ),
    row(
        "history-search",
        Many,
        "history",
        &[Await(ROW), Enter(SEARCH, "navy priya")],
    ),
    row(
        "history-search-nothing",
        Many,
        "history",
        &[Await(ROW), Enter(SEARCH, "zebra crossing"), Await(EMPTY)],
    ),
    row(
        "history-week",
        Many,
        "history",
        &[
            Await(ROW),
            Try(".tools:not(:has(figure)) .end .signs button"),
            Press("figure button:nth-child(22)"),
            Await(".week"),
        ],
    ),
    row(
        "history-weeks-hidden",
        Many,
        "history",
        &[Await(ROW), Try("[aria-pressed=true].plain")],
    ),
    row(
        "history-by-severity",
        Many,
        "history",
        &[Await(ROW), Enter("select", "severity")],
    ),
    row(
        "history-by-domain",
        Many,
        "history",
        &[Await(ROW), Enter("select", "domain")],
    ),
    row(
        "history-export",
        Many,
        "history",
        &[
            Await(ROW),
            Press(".end .signs button:last-child"),
            Await("dialog"),
        ],
    ),
    row(
        "history-keyless",
        Keyless,
        "history",
        &[Await("p.cannotWatch"), Await(".note"), Await(ROW)],
    ),
];
