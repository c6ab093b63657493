//! Meaning: what a server's refusal means for what comes next. Pure.

use std::time::Duration;

use crate::Remedy;

/// Whose move it is after a refusal, as its response code (RFC 5530 section 3) or its words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// It passes; at least so long nothing is to be tried.
    Passing(Duration),
    /// The user or the administrator has to do something first; what.
    User(Remedy),
    /// Astray asked for what the server does not know: trying again soon helps nobody.
    Ours,
    /// Nothing is said.
    Unsaid,
}

impl Meaning {
    /// What a refusal means, of which `words` is all that follows NO, BAD or BYE.
    pub(crate) fn of(words: &str) -> Self {
        let lower = words.to_ascii_lowercase();
        if let Some(wait) = suggested(&lower) {
            return Self::Passing(wait.min(LONGEST));
        }
        let code = lower.trim_start().strip_prefix('[').and_then(|rest| {
            let end = rest.find([']', ' '])?;
            rest.get(..end)
        });
        let by_code = code.and_then(|code| CODES.iter().find(|(name, _)| *name == code));
        let by_words = || WORDS.iter().find(|(part, _)| lower.contains(part));
        by_code
            .or_else(by_words)
            .map_or(Self::Unsaid, |(_, meaning)| *meaning)
    }
}

/// Exchange says how long it wants to be left alone: “Suggested Backoff Time: 299992 milliseconds”.
fn suggested(lower: &str) -> Option<Duration> {
    let (_, rest) = lower.split_once("suggested backoff time:")?;
    let rest = rest.trim_start();
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    // More digits than a number has mean for ever, which is cut anyway.
    let millis = rest.get(..digits)?.parse().unwrap_or(u64::MAX);
    Some(Duration::from_millis(millis))
}

const fn passing(seconds: u64) -> Meaning {
    Meaning::Passing(Duration::from_secs(seconds))
}

/// No wish of a server's is honoured for longer: it is tried again then, once.
const LONGEST: Duration = Duration::from_secs(60 * 60);

/// Response codes, in lower case.
const CODES: [(&str, Meaning); 16] = [
    ("unavailable", passing(0)),
    ("nonexistent", passing(0)), // the mailbox for sent mail is looked for anew
    ("inuse", passing(10)),
    ("limit", passing(60)),
    ("serverbug", passing(60)),
    ("overquota", passing(300)),
    ("throttled", passing(300)), // Gmail and Yahoo
    ("authenticationfailed", Meaning::User(Remedy::CheckPassword)),
    ("authorizationfailed", Meaning::User(Remedy::AskForImap)),
    ("expired", Meaning::User(Remedy::RenewPassword)),
    ("privacyrequired", Meaning::User(Remedy::AskForEncryption)),
    ("contactadmin", Meaning::User(Remedy::AskAdministrator)),
    ("noperm", Meaning::User(Remedy::AskForSent)),
    ("webalert", Meaning::User(Remedy::VisitProvider)),
    ("clientbug", Meaning::Ours),
    ("cannot", Meaning::Ours),
];

/// Words of servers that give no code, in lower case.
const WORDS: [(&str, Meaning); 3] = [
    ("authenticated but not connected", passing(60)), // Exchange, while a mailbox moves
    ("too many simultaneous connections", passing(60)), // Gmail
    ("server shutting down", passing(0)),
];

#[cfg(test)]
mod tests {
    use super::*;

    fn check(words: &str, expected: Meaning) {
        assert_eq!(Meaning::of(words), expected, "{words:?}");
    }

    #[test]
    fn codes_and_words_are_told_apart() {
        check("[UNAVAILABLE] Later.", passing(0));
        check("[LIMIT] Too many connections", passing(60));
        check("[OVERQUOTA] Full", passing(300));
        check("[ClientBug] What?", Meaning::Ours);
        check("[THROTTLED]", passing(300));
        check("[REFERRAL imap://elsewhere.example/] Moved", Meaning::Unsaid);
        check("Mailbox [LIMIT] is a name here", Meaning::Unsaid);
        check("User is authenticated but not connected.", passing(60));
        check("Nothing of that kind", Meaning::Unsaid);
        check("", Meaning::Unsaid);
        check("[EXPIRED] Old", Meaning::User(Remedy::RenewPassword));
    }

    #[test]
    fn a_servers_wish_is_honoured_up_to_an_hour() {
        check(
            "Request is throttled. Suggested Backoff Time: 92415 milliseconds",
            Meaning::Passing(Duration::from_millis(92_415)),
        );
        for forever in ["99999999", "99999999999999999999999999"] {
            check(
                &format!("[LIMIT] Suggested Backoff Time: {forever} milliseconds"),
                passing(3600),
            );
        }
    }
}
