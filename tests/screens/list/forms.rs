//! The form of an account, from its empty start over its errors to the sign-in on a provider's page.

use super::{
    Do::{self, Await, Enter, Press, See},
    Screen, row,
};
use crate::stage::Seed::{Account, Calm, Keyless, Withdrawn};

const EDIT: Do = Press(".actions button:first-child");
const ADD: Do = Press(".part section > :last-child button");
const SAVE: Do = Press("footer .primary");
const TEST: Do = Press("footer .actions button:nth-child(2)");
const HOST: &str = ".server > :first-child input";
const PORT: &str = ".server > :last-child input";
const DETAILS: Do = Press(".part > form > details:last-of-type > summary");

/// The rows of this place.
pub(super) const SCREENS: &[Screen] = &[
    row("form-new", Calm, "settings", &[ADD, Await("form")]),
    row(
        "form-empty",
        Calm,
        "settings",
        &[ADD, Await("form"), SAVE, Await("[aria-invalid=true]")],
    ),
    row(
        "form-unfound",
        Calm,
        "settings",
        &[
            ADD,
            Enter("input[type=email]", "a.clerk@mail.invalid"),
            Await(".note"),
            See("form"),
        ],
    ),
    row("form-edit", Calm, "settings", &[EDIT, Await("form")]),
    row(
        "form-edit-server",
        Calm,
        "settings",
        &[EDIT, Await("form"), See("details:last-of-type")],
    ),
    row(
        "form-tested",
        Calm,
        "settings",
        &[EDIT, TEST, Await("footer .note")],
    ),
    row(
        "form-refused",
        Calm,
        "settings",
        &[
            EDIT,
            Enter("input[type=password]", "wrong"),
            TEST,
            Await("[aria-invalid=true], [role=alert]"),
        ],
    ),
    row(
        "form-unknown-server",
        Calm,
        "settings",
        &[
            EDIT,
            Enter(HOST, "imap.mail.invalid"),
            TEST,
            Await("[aria-invalid=true], [role=alert]"),
            See("form"),
        ],
    ),
    row(
        "form-faulty",
        Calm,
        "settings",
        &[
            EDIT,
            Enter(PORT, "99999"),
            SAVE,
            Await("[aria-invalid=true]"),
            See(".server"),
        ],
    ),
    row(
        "form-also-watch",
        Calm,
        "settings",
        &[
            EDIT,
            Press("form > details summary"),
            Press("form > details button"),
            Await("form > details li"),
            See("form > details"),
        ],
    ),
    row(
        "form-provider",
        Withdrawn,
        "settings",
        &[
            ADD,
            DETAILS,
            Enter(HOST, "localhost"),
            Await("#sign-in"),
            See("form"),
        ],
    ),
    row(
        "form-provider-page",
        Withdrawn,
        "settings",
        &[
            ADD,
            Enter("input[type=email]", "alice@mail.invalid"),
            Enter(HOST, "localhost"),
            Press("#sign-in ~ .actions button"),
            Await("#sign-in ~ [role=status] .title"),
            See("#sign-in"),
        ],
    ),
    row(
        "form-provider-code",
        Withdrawn,
        "settings",
        &[
            ADD,
            Enter("input[type=email]", "alice@mail.invalid"),
            Enter(HOST, "localhost"),
            Press("#sign-in ~ .actions .plain"),
            Await("#sign-in ~ [role=status] .page"),
            See("#sign-in"),
        ],
    ),
    row(
        "form-client",
        Account,
        "settings",
        &[
            ADD,
            DETAILS,
            Enter(HOST, "imap.gmail.com"),
            Press("form > div > .plain"),
            Await("#sign-in"),
            See("#sign-in"),
        ],
    ),
    row(
        "form-keyless",
        Keyless,
        "settings",
        &[
            EDIT,
            Enter("input[type=password]", "correct horse"),
            SAVE,
            Await("footer [role=alert]"),
        ],
    ),
];
