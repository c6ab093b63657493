//! The table: what a hostile server does, at which step, and what becomes of it.

use astray_tests::Tls;

use super::{
    answers::{lies, mailboxes, messages, waits},
    peer::{Evil, Step},
};

/// One row.
#[derive(Clone)]
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

pub(super) const CUT: &str = "connection ended: ";
pub(super) const LOST: &str = "the connection to 127.0.0.1 was lost";
pub(super) const PREAUTH: &str = "it says that somebody is signed in already";
pub(super) const NO_END: &str = "it sent more than any answer needs";
pub(super) const UNREAD: &str = "messages that could not be read: 1";
/// It goes on in spite of it, and finds the message.
pub(super) const FOUND: &str = "Went astray";

pub(super) fn cases() -> Vec<Case> {
    [
        greetings(),
        before_tls(),
        sign_ins(),
        floods(),
        messages(),
        waits(),
        lies(),
        mailboxes(),
    ]
    .concat()
}

pub(super) fn implicit(name: &'static str, step: Step, evil: Evil, told: &'static str) -> Case {
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

pub(super) fn says(text: &str) -> Evil {
    Evil::Says(text.to_owned())
}

pub(super) fn ends(text: &str) -> Evil {
    Evil::Ends(text.to_owned())
}

pub(super) fn holds(text: &str) -> Evil {
    Evil::Holds(text.to_owned())
}

pub(super) fn floods_with(text: impl Into<String>) -> Evil {
    Evil::Floods(text.into())
}

pub(super) fn nested() -> String {
    format!("* 1 FETCH (BODYSTRUCTURE {}\r\n", "(".repeat(50_000))
}

fn greetings() -> Vec<Case> {
    use Step::Greeting;
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
        implicit("PREAUTH", Greeting, holds("* PREAUTH welcome\r\n"), PREAUTH),
        implicit(
            "referral in the greeting",
            Greeting,
            holds("* BYE [REFERRAL imap://evil.example/] Go there\r\n"),
            "it said “Go there”",
        ),
    ]
}

fn before_tls() -> Vec<Case> {
    use Step::{Capability, Greeting, StartTls};
    vec![
        in_clear(
            "PREAUTH before TLS",
            Greeting,
            holds("* PREAUTH welcome\r\n"),
            PREAUTH,
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
    ]
}

fn sign_ins() -> Vec<Case> {
    use Step::{Capability, SignIn};
    let alerts = format!("* OK [ALERT] {LURE}\r\n").repeat(50);
    vec![
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

fn floods() -> Vec<Case> {
    use Step::{Examine, List};
    vec![
        implicit(
            "ALERTs without end",
            Examine,
            floods_with(format!("* OK [ALERT] {LURE}\r\n").repeat(50)),
            NO_END,
        ),
        implicit(
            "mailboxes without end",
            List,
            floods_with("* LIST () \"/\" \"archive\"\r\n".repeat(50)),
            NO_END,
        ),
        implicit(
            "EXISTS without end",
            Examine,
            floods_with("* 1 EXISTS\r\n".repeat(50)),
            NO_END,
        ),
        implicit(
            "line without end",
            Examine,
            floods_with("x".repeat(4096)),
            "it sent a line of more than 64 KiB",
        ),
        implicit(
            "nested",
            Examine,
            Evil::Holds(nested()),
            "brackets nested more than 32 deep",
        ),
        implicit(
            "slow, an octet a second",
            Examine,
            Evil::Drips("* OK wait ".to_owned()),
            "did not answer in time",
        ),
    ]
}
