//! The table's second half: answers that are wrong once a mailbox is reached.

use super::{
    cases::{
        CUT, Case, FOUND, LOST, LURE, NO_END, UNREAD, WAITS, ends, floods_with, holds, implicit, nested, says,
    },
    peer::{Evil, Step},
};

pub(super) fn messages() -> Vec<Case> {
    use Step::Fetch;
    vec![
        implicit(
            "messages without end",
            Fetch,
            floods_with("* 1 FETCH (FLAGS ())\r\n".repeat(50)),
            UNREAD,
        ),
        implicit("nested message", Fetch, Evil::Holds(nested()), UNREAD),
        implicit(
            "huge message",
            Fetch,
            floods_with(format!(
                "* 1 FETCH (UID 1 BODY[HEADER.FIELDS (TO)] {{4000000000}}\r\n{}",
                "x".repeat(4096)
            )),
            UNREAD,
        ),
        implicit(
            "many pieces in one message",
            Fetch,
            Evil::Holds(format!(
                "* 1 FETCH (UID 1 {})\r\n",
                "BODY[1] {1}\r\nx ".repeat(100_000)
            )),
            UNREAD,
        ),
        implicit(
            "silent",
            Fetch,
            holds("* 1 FETCH (UID 1"),
            "did not answer in time while reading the sent mail",
        ),
    ]
}

pub(super) fn waits() -> Vec<Case> {
    use Step::Idle;
    vec![
        implicit(
            "news without end",
            Idle,
            floods_with("* 7 RECENT\r\n".repeat(50)),
            NO_END,
        ),
        implicit("IDLE refused by NO", Idle, says("TAG NO not here\r\n"), FOUND),
        implicit(
            "IDLE answered by OK",
            Idle,
            says("TAG OK\r\n"),
            "it ended IDLE before it began",
        ),
    ]
}

pub(super) fn lies() -> Vec<Case> {
    use Step::Fetch;
    vec![
        implicit(
            "message cut short",
            Fetch,
            ends("* 1 FETCH (UID 1 BODY[HEADER.FIELDS (TO)] {900}\r\nTo: john"),
            LOST,
        ),
        implicit("early tagged OK, at a message", Fetch, says("TAG OK\r\n"), WAITS),
        implicit("another command's OK", Fetch, holds("f999 OK\r\n"), UNREAD),
        implicit(
            "no moment of arrival",
            Fetch,
            holds("* 1 FETCH (UID 1 INTERNALDATE NIL BODY[HEADER.FIELDS (TO)] NIL)\r\n"),
            UNREAD,
        ),
    ]
}

pub(super) fn mailboxes() -> Vec<Case> {
    use Step::Examine;
    let opened = |exists: &str, validity: &str, next: &str| {
        Evil::Says(format!(
            "* {exists} EXISTS\r\n* OK [UIDVALIDITY {validity}]\r\n* OK [UIDNEXT {next}]\r\nTAG OK\r\n"
        ))
    };
    vec![
        implicit(
            "a warning at EXAMINE",
            Examine,
            says(&format!(
                "* NO {LURE}\r\n* 1 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT 2]\r\nTAG OK\r\n"
            )),
            FOUND,
        ),
        implicit(
            "UIDVALIDITY 0",
            Examine,
            opened("1", "0", "2"),
            "its mailbox has no UIDVALIDITY",
        ),
        implicit(
            "UIDNEXT beyond all numbers",
            Examine,
            opened("1", "7", "99999999999"),
            "could not be understood",
        ),
        implicit(
            "the last of all UIDs",
            Examine,
            opened("1", "7", "4294967295"),
            FOUND,
        ),
        implicit(
            "garbage",
            Examine,
            Evil::Holds("\0\u{1}(\"{9}\r\n\u{fffd}\r\n".to_owned()),
            CUT,
        ),
    ]
}
