//! The table: what a hostile server does, at which step, and what becomes of it.

use astray_tests::Tls;

use super::peer::{Evil, Step};

/// One row.
pub(super) struct Case {
    pub(super) name: &'static str,
    pub(super) tls: Tls,
    pub(super) step: Step,
    pub(super) evil: Evil,
    /// What Astray prints in the end.
    pub(super) told: &'static str,
}

/// What a server says to fool whoever reads it.
pub(super) const LURE: &str = "Astray needs your password at evil.example";

/// It goes on, and has nothing to tell: it waits for more.
pub(super) const WAITS: &str = "";

const CUT: &str = "connection ended: ";
const LOST: &str = "the connection to 127.0.0.1 was lost";
const UNREAD: &str = "messages that could not be read: 1";
/// It goes on in spite of it, and finds the message.
const FOUND: &str = "Went astray";

pub(super) fn cases() -> Vec<Case> {
    let mut all = before_the_sign_in();
    all.extend(floods());
    all.extend(lies());
    all
}

fn implicit(name: &'static str, step: Step, evil: Evil, told: &'static str) -> Case {
    Case {
        name,
        tls: Tls::Implicit,
        step,
        evil,
        told,
    }
}

fn in_clear(name: &'static str, step: Step, evil: Evil, told: &'static str) -> Case {
    Case {
        tls: Tls::StartTls,
        ..implicit(name, step, evil, told)
    }
}

fn says(text: &str) -> Evil {
    Evil::Says(text.to_owned())
}

fn ends(text: &str) -> Evil {
    Evil::Ends(text.to_owned())
}

fn holds(text: &str) -> Evil {
    Evil::Holds(text.to_owned())
}

fn floods_with(text: impl Into<String>) -> Evil {
    Evil::Floods(text.into())
}

fn before_the_sign_in() -> Vec<Case> {
    use Step::{Capability, Greeting, SignIn, StartTls};
    let preauth = "it says that somebody is signed in already";
    let alerts = format!("* OK [ALERT] {LURE}\r\n").repeat(50);
    vec![
        implicit("greeting cut short", Greeting, ends("* OK he"), LOST),
        implicit(
            "greeting without end",
            Greeting,
            floods_with("x".repeat(4096)),
            "is not an IMAP server",
        ),
        implicit(
            "greeting never comes",
            Greeting,
            holds(""),
            "did not answer in time while greeting",
        ),
        implicit("PREAUTH", Greeting, holds("* PREAUTH welcome\r\n"), preauth),
        in_clear(
            "PREAUTH before TLS",
            Greeting,
            holds("* PREAUTH welcome\r\n"),
            preauth,
        ),
        in_clear(
            "data before TLS",
            Capability,
            says(
                "* LIST (\\Sent) \"/\" Trap\r\n* 9 EXISTS\r\n* 1 FETCH (UID 1)\r\n* CAPABILITY IMAP4rev1 STARTTLS IDLE AUTH=PLAIN\r\nTAG OK\r\n",
            ),
            FOUND,
        ),
        in_clear(
            "octets behind the STARTTLS reply",
            StartTls,
            holds("TAG OK begin\r\n* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n"),
            "sent more than the answer to STARTTLS",
        ),
        in_clear(
            "STARTTLS not offered",
            Capability,
            holds("* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\nTAG OK\r\n"),
            "does not offer STARTTLS",
        ),
        in_clear(
            "STARTTLS refused",
            StartTls,
            holds("TAG NO not today\r\n"),
            "refused STARTTLS",
        ),
        in_clear(
            "STARTTLS asks for more",
            StartTls,
            holds("+ your password?\r\n"),
            "did not answer STARTTLS as it must",
        ),
        implicit(
            "referral in the greeting",
            Greeting,
            holds("* BYE [REFERRAL imap://evil.example/] Go there\r\n"),
            "it said “Go there”",
        ),
        implicit(
            "referral at the sign-in",
            SignIn,
            says("TAG NO [REFERRAL imap://evil.example/] Go there\r\n"),
            "refused the sign-in of alice; it said “Go there”",
        ),
        implicit(
            "early tagged OK, at the sign-in",
            SignIn,
            says("TAG OK welcome\r\n"),
            FOUND,
        ),
        implicit(
            "asks for the password again",
            SignIn,
            says("+ \r\nLINE+ \r\nLINETAG NO\r\n"),
            "refused the sign-in of alice",
        ),
        implicit(
            "some ALERTs",
            Capability,
            Evil::Says(format!(
                "{alerts}* CAPABILITY IMAP4rev1 IDLE AUTH=PLAIN\r\nTAG OK\r\n"
            )),
            FOUND,
        ),
        implicit(
            "nested before the sign-in",
            Capability,
            Evil::Holds(nested()),
            "brackets nested",
        ),
    ]
}

fn nested() -> String {
    format!("* 1 FETCH (BODYSTRUCTURE {}\r\n", "(".repeat(50_000))
}

fn floods() -> Vec<Case> {
    use Step::{Examine, Fetch, Idle, List};
    let no_end = "it sent more than any answer needs";
    vec![
        implicit(
            "ALERTs without end",
            Examine,
            floods_with(format!("* OK [ALERT] {LURE}\r\n").repeat(50)),
            no_end,
        ),
        implicit(
            "mailboxes without end",
            List,
            floods_with("* LIST () \"/\" \"archive\"\r\n".repeat(50)),
            no_end,
        ),
        implicit(
            "EXISTS without end",
            Examine,
            floods_with("* 1 EXISTS\r\n".repeat(50)),
            no_end,
        ),
        implicit(
            "messages without end",
            Fetch,
            floods_with("* 1 FETCH (FLAGS ())\r\n".repeat(50)),
            UNREAD,
        ),
        implicit(
            "line without end",
            Examine,
            floods_with("x".repeat(4096)),
            "it sent a line of more than 64 KiB",
        ),
        implicit(
            "news without end",
            Idle,
            floods_with("* 7 RECENT\r\n".repeat(50)),
            no_end,
        ),
        implicit(
            "nested",
            Examine,
            Evil::Holds(nested()),
            "brackets nested more than 32 deep",
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
            "slow, an octet a second",
            Examine,
            Evil::Drips("* OK wait ".to_owned()),
            "did not answer in time",
        ),
        implicit(
            "silent",
            Fetch,
            holds("* 1 FETCH (UID 1"),
            "did not answer in time while reading the sent mail",
        ),
    ]
}

fn lies() -> Vec<Case> {
    use Step::{Examine, Fetch, Idle};
    let opened = |exists: &str, validity: &str, next: &str| {
        Evil::Says(format!(
            "* {exists} EXISTS\r\n* OK [UIDVALIDITY {validity}]\r\n* OK [UIDNEXT {next}]\r\nTAG OK\r\n"
        ))
    };
    vec![
        implicit(
            "message cut short",
            Fetch,
            ends("* 1 FETCH (UID 1 BODY[HEADER.FIELDS (TO)] {900}\r\nTo: john"),
            LOST,
        ),
        implicit("early tagged OK, at a message", Fetch, says("TAG OK\r\n"), WAITS),
        implicit("another command's OK", Fetch, holds("f999 OK\r\n"), UNREAD),
        implicit("IDLE refused by NO", Idle, says("TAG NO not here\r\n"), FOUND),
        implicit(
            "IDLE answered by OK",
            Idle,
            says("TAG OK\r\n"),
            "it ended IDLE before it began",
        ),
        implicit(
            "a warning at EXAMINE",
            Examine,
            says(&format!(
                "* NO {LURE}\r\n* 1 EXISTS\r\n* OK [UIDVALIDITY 7]\r\n* OK [UIDNEXT 2]\r\nTAG OK\r\n"
            )),
            FOUND,
        ),
        implicit(
            "no moment of arrival",
            Fetch,
            holds("* 1 FETCH (UID 1 INTERNALDATE NIL BODY[HEADER.FIELDS (TO)] NIL)\r\n"),
            UNREAD,
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
