//! The welcome's four screens.

use super::{
    Do::{Await, Enter, Press, See},
    Screen, row,
};
use crate::stage::Seed::{Bare, Looked, Looking, Nothing, Unreached};

const NEXT: &str = "footer button:last-child";
const ADDRESS: &str = "input[type=email]";

/// The rows of this place.
pub(super) const SCREENS: &[Screen] = &[
    row("welcome-about", Nothing, "welcome", &[Await("h1")]),
    row(
        "welcome-account",
        Nothing,
        "welcome",
        &[Press(NEXT), Await(ADDRESS)],
    ),
    row(
        "welcome-account-empty",
        Nothing,
        "welcome",
        &[
            Press(NEXT),
            Await(ADDRESS),
            Press(NEXT),
            Await("[aria-invalid=true]"),
        ],
    ),
    row(
        "welcome-account-unfound",
        Nothing,
        "welcome",
        &[
            Press(NEXT),
            Enter(ADDRESS, "a.clerk@mail.invalid"),
            Await(".note"),
            See(".note"),
        ],
    ),
    row(
        "welcome-looking",
        Looking,
        "welcome",
        &[Await("progress[value]:not([value='0']) + .words + button")],
    ),
    row(
        "welcome-stopped",
        Looking,
        "welcome",
        &[
            Await("progress[value]:not([value='0'])"),
            Press("progress + .words + button"),
            Await(".lucide-circle-play"),
        ],
    ),
    row("welcome-looked", Looked, "welcome", &[Await("#findings")]),
    row(
        "welcome-alert",
        Looked,
        "welcome",
        &[Press(NEXT), Await("fieldset")],
    ),
    row(
        "welcome-alert-sent",
        Looked,
        "welcome",
        &[Press(NEXT), Press(".ask button"), Await(".question")],
    ),
    row(
        "welcome-alert-seen",
        Looked,
        "welcome",
        &[
            Press(NEXT),
            Press(".ask button"),
            Await(".question"),
            Press(".ask button"),
            Await(".note"),
        ],
    ),
    row(
        "welcome-alert-unseen",
        Looked,
        "welcome",
        &[
            Press(NEXT),
            Press(".ask button"),
            Await(".question"),
            Press(".ask button:last-child"),
            Await(".note"),
        ],
    ),
    row(
        "welcome-look-trouble",
        Unreached,
        "welcome",
        &[Await("[role=alert]")],
    ),
    row(
        "welcome-alert-failed",
        Bare,
        "welcome",
        &[
            Press(NEXT),
            Await("progress"),
            Press(NEXT),
            Press(".ask button"),
            Await("[role=alert]"),
        ],
    ),
];
