//! The letters of an incident: exactly what would be sent, before it is.

use super::{
    Do::{self, Await, Press, See},
    Screen, row,
};
use crate::stage::Seed::{Steps, Year};

const WRITE: Do = Press(".buttons .primary");
const LETTER: Do = Await(".letter textarea");
const SHOWN: Do = See(".letter:has(textarea)");

/// The rows of this place.
pub(super) const SCREENS: &[Screen] = &[
    row(
        "letter-request",
        Year,
        "incident/1",
        &[Await("#step-deletion"), WRITE, LETTER, SHOWN],
    ),
    row(
        "letter-request-foot",
        Year,
        "incident/1",
        &[Await("#step-deletion"), WRITE, LETTER, See("#attachments")],
    ),
    row(
        "letter-report",
        Year,
        "incident/2",
        &[Await("#step-report"), WRITE, LETTER, SHOWN],
    ),
    row(
        "letter-report-attachment",
        Year,
        "incident/2",
        &[
            Await("#step-report"),
            WRITE,
            LETTER,
            Press("#attachments ~ ul summary"),
            See("#attachments"),
        ],
    ),
    row(
        "letter-copy",
        Year,
        "incident/3",
        &[Await("#step-resend"), WRITE, LETTER, SHOWN],
    ),
    row(
        "letter-unreached",
        Steps,
        "incident/8",
        &[Await("#step-report"), WRITE, LETTER, See("#attachments")],
    ),
    row(
        "letter-copy-unreached",
        Steps,
        "incident/10",
        &[Await("#step-resend"), WRITE, Await("[role=alert]")],
    ),
    row(
        "letter-through",
        Year,
        "incident/1",
        &[
            Await("#step-deletion"),
            WRITE,
            LETTER,
            Press(".letter > details summary"),
            See(".letter > details"),
        ],
    ),
    row(
        "letter-not-sent",
        Year,
        "incident/1",
        &[
            Await("#step-deletion"),
            WRITE,
            LETTER,
            WRITE,
            Await("[role=alert]"),
        ],
    ),
    row(
        "letter-in-drafts",
        Year,
        "incident/1",
        &[
            Await("#step-deletion"),
            WRITE,
            LETTER,
            Press(".buttons button:nth-child(2)"),
            Await("#step-report"),
            Press("[data-step=deletion]"),
            See("li.shown"),
        ],
    ),
];
