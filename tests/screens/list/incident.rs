//! An incident: each step and how it can stand, and what is asked in between.

use super::{
    Do::{self, Await, Press, See},
    Screen, row,
};
use crate::stage::Seed::{Faulty, Steps, Strict, Year};

/// The open step from its start, which in most states stands below the facts.
const OPEN: Do = See("li.shown");
const STEP: Do = Await("[data-step]");
const LEAVE_OUT: Do = Press(".buttons .plain");

/// The rows of this place.
pub(super) const SCREENS: &[Screen] = &[
    row("incident-mistake", Steps, "incident/1", &[STEP]),
    row("incident-mistake-step", Steps, "incident/1", &[STEP, OPEN]),
    row(
        "incident-scope",
        Steps,
        "incident/1",
        &[Press(".buttons button:nth-child(2)"), Await("#ask")],
    ),
    row(
        "incident-scope-many",
        Steps,
        "incident/23",
        &[Press(".buttons button:nth-child(2)"), Await("#ask")],
    ),
    row(
        "incident-many-recipients",
        Steps,
        "incident/23",
        &[Press("details summary"), See("details")],
    ),
    row("incident-not-sure", Steps, "incident/2", &[STEP, OPEN]),
    row("incident-hard-to-show", Steps, "incident/2", &[STEP]),
    row("incident-marked", Steps, "incident/3", &[STEP, OPEN]),
    row(
        "incident-marked-unanswered",
        Steps,
        "incident/3",
        &[Press(".buttons button"), Await(".fault"), OPEN],
    ),
    row("incident-marked-unknown", Steps, "incident/18", &[STEP, OPEN]),
    row("incident-stopped", Steps, "incident/4", &[STEP, OPEN]),
    row(
        "incident-undone",
        Steps,
        "incident/3",
        &[Press("#timeline + ol button"), Await(".gone")],
    ),
    row("incident-harm", Steps, "incident/5", &[STEP, OPEN]),
    row("incident-harm-advice", Steps, "incident/24", &[STEP, OPEN]),
    row(
        "incident-harm-left-out",
        Steps,
        "incident/5",
        &[LEAVE_OUT, See("form.skip")],
    ),
    row(
        "incident-findings",
        Steps,
        "incident/6",
        &[STEP, See("#findings")],
    ),
    row(
        "incident-looked-inside",
        Year,
        "incident/7",
        &[
            Press(".buttons button"),
            Press("input[value=no]"),
            Press(".buttons button"),
            Press(".look button"),
            Await("#findings"),
            See("#findings"),
        ],
    ),
    row("incident-deletion", Steps, "incident/7", &[STEP, OPEN]),
    row(
        "incident-deletion-undo-help",
        Steps,
        "incident/7",
        &[Press(".body details summary"), OPEN],
    ),
    row(
        "incident-answer",
        Steps,
        "incident/8",
        &[Press("[data-step=deletion]"), OPEN],
    ),
    row(
        "incident-answered",
        Steps,
        "incident/21",
        &[Press("[data-step=deletion]"), OPEN],
    ),
    row("incident-drafted", Steps, "incident/19", &[STEP, OPEN]),
    row("incident-failed", Steps, "incident/20", &[STEP, OPEN]),
    row("incident-unknown", Steps, "incident/9", &[STEP, OPEN]),
    row(
        "incident-report",
        Steps,
        "incident/8",
        &[Await("#step-report"), OPEN],
    ),
    row(
        "incident-report-more",
        Steps,
        "incident/8",
        &[Await("#step-report"), See("#step-report fieldset")],
    ),
    row(
        "incident-resend",
        Steps,
        "incident/10",
        &[Await("#step-resend"), OPEN],
    ),
    row(
        "incident-resend-left-out",
        Steps,
        "incident/22",
        &[Press("[data-step=resend]"), OPEN],
    ),
    row(
        "incident-prevention",
        Steps,
        "incident/11",
        &[Press("#step-prevention details summary"), OPEN],
    ),
    row(
        "incident-close",
        Steps,
        "incident/12",
        &[Press("[data-step=close]"), OPEN],
    ),
    row(
        "incident-close-unanswered",
        Steps,
        "incident/12",
        &[
            Press("[data-step=close]"),
            Press(".buttons button"),
            Await(".fault"),
            OPEN,
        ],
    ),
    row(
        "incident-close-unreported",
        Steps,
        "incident/8",
        &[
            Press("[data-step=close]"),
            Press("#step-close [value=notReported]"),
            Press(".buttons button"),
            Await(".fault"),
            OPEN,
        ],
    ),
    row("incident-closed", Steps, "incident/13", &[STEP]),
    row("incident-right", Steps, "incident/14", &[STEP]),
    row(
        "incident-hostile",
        Steps,
        "incident/15",
        &[Press("[data-step=deletion]"), OPEN],
    ),
    row(
        "incident-deceiving",
        Steps,
        "incident/16",
        &[Press("details summary")],
    ),
    row("incident-bounced", Steps, "incident/17", &[STEP]),
    row("incident-gone", Steps, "incident/999", &[Await("[role=alert]")]),
    row("incident-strict", Strict, "incident/5", &[STEP, See("#steps")]),
    row(
        "incident-strict-own",
        Strict,
        "incident/12",
        &[Await("#step-manager"), OPEN],
    ),
    row(
        "incident-strict-deletion",
        Strict,
        "incident/7",
        &[Press("[data-step=deletion]"), OPEN],
    ),
    row(
        "incident-strict-report",
        Strict,
        "incident/7",
        &[Press("[data-step=report]"), OPEN],
    ),
    row(
        "incident-strict-resend",
        Strict,
        "incident/10",
        &[Press("[data-step=resend]"), OPEN],
    ),
    row("incident-policy-unread", Faulty, "incident/1", &[STEP]),
    row("incident-overdue", Steps, "incident/25", &[STEP, OPEN]),
    row(
        "incident-heard",
        Year,
        "incident/2",
        &[
            Press("[data-step=deletion]"),
            Press(".buttons button:nth-child(2)"),
            Await(".heard p"),
            OPEN,
        ],
    ),
    row(
        "incident-heard-nothing",
        Year,
        "incident/3",
        &[
            Press("[data-step=deletion]"),
            Press(".buttons button:nth-child(2)"),
            Await(".heard p"),
            OPEN,
        ],
    ),
    row(
        "incident-unprotected",
        Year,
        "incident/2",
        &[Press("[data-step=prevention]"), OPEN],
    ),
    row(
        "incident-protected",
        Year,
        "incident/2",
        &[
            Press("[data-step=prevention]"),
            Press(".protect button"),
            Await(".good"),
            OPEN,
        ],
    ),
];
