//! SCRAM (RFC 5802, 7677), by `rsasl`: the server learns nothing of the password, and has to prove that it knows it.

use std::cell::RefCell;

use rsasl::prelude::{Mechname, SASLClient, SASLConfig, Session, State};

use crate::Password;

/// The hash under a mechanism.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Hash {
    Sha1,
    Sha256,
}

/// One sign-in.
pub(crate) struct Scram {
    progress: RefCell<Progress>,
}

enum Progress {
    Talking(Session),
    /// The server proved itself.
    Proved,
    /// What it said was wrong, or too much.
    Failed,
}

/// Rounds of hashing that a server may ask for. RFC 7677 wants 4,096 at least, careful servers some 100,000; these take a quarter of a
/// second, and a hostile server could ask for minutes.
const MOST_ROUNDS: u32 = 600_000;

impl Scram {
    pub(crate) fn new(hash: Hash, user: &str, password: &Password) -> Self {
        Self {
            progress: RefCell::new(begin(hash, user, password).map_or(Progress::Failed, Progress::Talking)),
        }
    }

    /// What is answered to a challenge; nothing once the server has failed.
    pub(crate) fn answer(&self, challenge: &[u8]) -> Vec<u8> {
        let mut progress = self.progress.borrow_mut();
        let Progress::Talking(session) = &mut *progress else {
            return Vec::new();
        };
        let (next, answer) = step(session, challenge);
        if let Some(next) = next {
            *progress = next;
        }
        answer
    }

    pub(crate) fn is_proved(&self) -> bool {
        matches!(*self.progress.borrow(), Progress::Proved)
    }

    pub(crate) fn has_failed(&self) -> bool {
        matches!(*self.progress.borrow(), Progress::Failed)
    }
}

fn begin(hash: Hash, user: &str, password: &Password) -> Option<Session> {
    let name: &[u8] = match hash {
        Hash::Sha1 => b"SCRAM-SHA-1",
        Hash::Sha256 => b"SCRAM-SHA-256",
    };
    let config = SASLConfig::with_credentials(None, user.to_owned(), password.reveal().to_owned()).ok()?;
    let name = Mechname::parse(name).ok()?;
    SASLClient::new(config).start_suggested([name].iter()).ok()
}

fn step(session: &mut Session, challenge: &[u8]) -> (Option<Progress>, Vec<u8>) {
    // The first challenge is empty: the client speaks first.
    let challenge = (!challenge.is_empty()).then_some(challenge);
    if challenge.is_some_and(|challenge| rounds(challenge) > MOST_ROUNDS) {
        return (Some(Progress::Failed), Vec::new());
    }
    let mut answer = Vec::new();
    let next = match session.step(challenge, &mut answer) {
        Ok(State::Running) => None,
        Ok(State::Finished(_)) => Some(Progress::Proved),
        Err(_) => Some(Progress::Failed),
    };
    (next, answer)
}

/// The rounds that a server's first message asks for; the most where they are no number.
fn rounds(challenge: &[u8]) -> u32 {
    let fields = challenge.split(|octet| *octet == b',');
    let rounds = fields
        .filter_map(|field| field.strip_prefix(b"i="))
        .map(|digits| {
            std::str::from_utf8(digits)
                .ok()
                .and_then(|digits| digits.parse().ok())
        });
    rounds.map(|rounds| rounds.unwrap_or(u32::MAX)).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    fn first(hash: Hash) -> (Scram, String) {
        let scram = Scram::new(hash, "user", &Password::new("pencil".into()));
        let said = String::from_utf8(scram.answer(b"")).unwrap();
        let nonce = said
            .strip_prefix("n,,n=user,r=")
            .expect("RFC 5802 section 5")
            .to_owned();
        assert!(nonce.len() >= 18, "{nonce}");
        (scram, nonce)
    }

    #[test]
    fn a_server_that_asks_for_hours_of_work_gets_none() {
        for rounds in ["4294967295", "99999999999999", "600001", "x"] {
            let (scram, nonce) = first(Hash::Sha256);
            let started = Instant::now();
            let answer =
                scram.answer(format!("r={nonce}abc,s=W22ZaJ0SNY7soEsUEjb6gQ==,i={rounds}").as_bytes());
            assert!(answer.is_empty() && scram.has_failed(), "{rounds}");
            assert!(started.elapsed() < Duration::from_secs(1));
        }
    }

    #[test]
    fn a_server_that_does_not_know_the_password_is_found_out() {
        for hash in [Hash::Sha1, Hash::Sha256] {
            let (scram, nonce) = first(hash);
            let answer = scram.answer(format!("r={nonce}abc,s=QSXCR+Q6sek8bf92,i=4096").as_bytes());
            let answer = String::from_utf8(answer).unwrap();
            assert!(answer.starts_with(&format!("c=biws,r={nonce}abc,p=")), "{answer}");
            assert!(!scram.is_proved() && !scram.has_failed());
            scram.answer(b"v=rmF9pqV8S7suAoZWja4dJRkFsKQ=");
            assert!(scram.has_failed() && !scram.is_proved());
        }
    }

    #[test]
    fn a_server_that_takes_another_nonce_is_found_out() {
        let (scram, _) = first(Hash::Sha256);
        assert!(
            scram
                .answer(b"r=another,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096")
                .is_empty()
        );
        assert!(scram.has_failed());
    }
}
