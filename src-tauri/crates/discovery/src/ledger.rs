//! Ledger: who was asked, what they said, how each server answered, and when that is enough. Pure; the order of what comes in
//! does not matter for what wins.

use std::collections::BTreeSet;

use mailbox::{Doing, Error, Greeting};
use message::Address;

use crate::{
    Finding, Server, SignIn,
    ask::asks_first,
    setting::{Rank, Setting, Source, Ways},
    table,
};

/// Somebody who is asked where the server is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Question {
    AutoconfigHost,
    AutoconfigWellKnown,
    Table,
    SrvImplicit,
    SrvStartTls,
    Mx,
    CommonNames,
}

impl Question {
    pub(crate) const ALL: [Self; 7] = [
        Self::AutoconfigHost,
        Self::AutoconfigWellKnown,
        Self::Table,
        Self::SrvImplicit,
        Self::SrvStartTls,
        Self::Mx,
        Self::CommonNames,
    ];

    /// The best that its answer can be.
    pub(crate) const fn rank(self) -> Rank {
        let (source, place) = match self {
            Self::AutoconfigHost => (Source::Autoconfig, 0),
            Self::AutoconfigWellKnown => (Source::Autoconfig, SECOND),
            Self::Table => (Source::Table, 0),
            Self::SrvImplicit => (Source::Srv, 0),
            Self::SrvStartTls => (Source::Srv, SECOND),
            Self::Mx => (Source::Mx, 0),
            Self::CommonNames => (Source::CommonName, 0),
        };
        Rank { source, place }
    }
}

/// The place of the second question of one source: behind all that the first can name.
const SECOND: usize = 100;

/// What is known so far.
#[derive(Debug)]
pub(crate) struct Ledger {
    open: BTreeSet<Question>,
    candidates: Vec<Candidate>,
}

#[derive(Debug)]
struct Candidate {
    setting: Setting,
    /// None while nobody has answered there yet.
    outcome: Option<Result<Greeting, Error>>,
}

impl Ledger {
    pub(crate) fn new() -> Self {
        Self {
            open: BTreeSet::from(Question::ALL),
            candidates: Vec::new(),
        }
    }

    /// Notes an answer. Returns the servers that nobody named before, each with the number that its outcome is noted under.
    pub(crate) fn note(&mut self, question: Question, settings: Vec<Setting>) -> Vec<(usize, Setting)> {
        self.open.remove(&question);
        settings
            .into_iter()
            .filter_map(|setting| self.admit(setting))
            .collect()
    }

    fn admit(&mut self, setting: Setting) -> Option<(usize, Setting)> {
        let known = self
            .candidates
            .iter_mut()
            .find(|candidate| candidate.setting.is_same_server(&setting));
        if let Some(known) = known {
            // The same server, named by two: the better word counts, and what was found there holds for both.
            if setting.rank < known.setting.rank {
                known.setting = setting;
            }
            return None;
        }
        let number = self.candidates.len();
        self.candidates.push(Candidate {
            setting: setting.clone(),
            outcome: None,
        });
        Some((number, setting))
    }

    /// Notes what a server answered.
    pub(crate) fn note_outcome(&mut self, number: usize, outcome: Result<Greeting, Error>) {
        if let Some(candidate) = self.candidates.get_mut(number) {
            candidate.outcome = Some(outcome);
        }
    }

    /// Whether nothing that is still to come can change which server is the best.
    pub(crate) fn is_settled(&self) -> bool {
        let best = self
            .candidates
            .iter()
            .filter(|candidate| matches!(candidate.outcome, Some(Ok(_))))
            .map(|candidate| candidate.setting.rank)
            .min();
        let pending = self
            .candidates
            .iter()
            .filter(|candidate| candidate.outcome.is_none())
            .map(|candidate| candidate.setting.rank);
        let next = self
            .open
            .iter()
            .map(|question| question.rank())
            .chain(pending)
            .min();
        match (best, next) {
            (_, None) => true,
            (None, Some(_)) => false,
            (Some(best), Some(next)) => best < next,
        }
    }

    /// What was found for the address.
    pub(crate) fn finding(self, address: &Address) -> Finding {
        let mut candidates: Vec<Candidate> = self
            .candidates
            .into_iter()
            .filter(|candidate| {
                matches!(candidate.outcome, Some(Ok(_))) || candidate.setting.rank.source.is_named()
            })
            .collect();
        candidates.sort_by_key(|candidate| {
            let failed = !matches!(candidate.outcome, Some(Ok(_)));
            (failed, candidate.setting.rank)
        });
        Finding {
            servers: candidates
                .into_iter()
                .map(|candidate| server(candidate, address))
                .collect(),
        }
    }
}

fn server(candidate: Candidate, address: &Address) -> Server {
    let Candidate { setting, outcome } = candidate;
    let known = table::by_host(&setting.host);
    let said = setting.sign_in.or_else(|| known.and_then(|(_, row)| row.sign_in));
    let name = known.and_then(|(provider, _)| provider.name.clone());
    let outcome = outcome.unwrap_or_else(|| {
        Err(Error::TimedOut {
            host: setting.host.clone(),
            doing: Doing::Greeting,
        })
    });
    Server {
        asks_first: asks_first(address.domain(), &setting.host, setting.rank.source),
        sign_in: sign_in(said, outcome.as_ref().ok().copied()),
        advice: known.and_then(|(provider, _)| provider.advice),
        provider: setting.provider.or(name),
        source: setting.rank.source,
        host: setting.host,
        port: setting.port,
        security: setting.security,
        user: setting.user,
        user_form: setting.user_form,
        trouble: outcome.err(),
    }
}

/// What both the source and the server name; the server's word alone where they agree on nothing; a password, the most usual way,
/// where neither said anything.
fn sign_in(said: Option<Ways>, greeting: Option<Greeting>) -> SignIn {
    let of = |password, oauth| SignIn { password, oauth };
    match (said, greeting) {
        (None, None) => of(true, false),
        (Some(ways), None) => of(ways.password, ways.token),
        (None, Some(greeting)) => of(greeting.takes_password, greeting.takes_token),
        (Some(ways), Some(greeting)) => {
            let password = ways.password && greeting.takes_password;
            let token = ways.token && greeting.takes_token;
            if password || token {
                of(password, token)
            } else {
                of(greeting.takes_password, greeting.takes_token)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use mailbox::{Host, Security, UserName};

    use super::*;
    use crate::{Advice, UserForm};

    const PASSWORD: Greeting = Greeting {
        takes_password: true,
        takes_token: false,
    };

    fn named(question: Question, host: &str) -> Setting {
        Setting {
            rank: question.rank(),
            host: Host::parse(host).unwrap(),
            port: 993,
            security: Security::ImplicitTls,
            user: UserName::parse("a.clerk@example.org").unwrap(),
            user_form: UserForm::Address,
            provider: None,
            sign_in: None,
        }
    }

    fn lost(host: &str) -> Result<Greeting, Error> {
        Err(Error::ConnectionLost {
            host: Host::parse(host).unwrap(),
            source: None,
        })
    }

    fn finding(ledger: Ledger) -> Finding {
        ledger.finding(&Address::parse("a.clerk@example.org").unwrap())
    }

    /// All questions answered, these with a server; the servers in the order of what was found, the failed in brackets.
    fn check(said: &[(Question, &str, bool)], expected: &[&str]) {
        let mut ledger = Ledger::new();
        // In whichever order the answers come.
        for &(question, host, answers) in said.iter().rev() {
            for (number, _) in ledger.note(question, vec![named(question, host)]) {
                ledger.note_outcome(number, if answers { Ok(PASSWORD) } else { lost(host) });
            }
        }
        for question in Question::ALL {
            assert!(ledger.note(question, Vec::new()).is_empty());
        }
        assert!(ledger.is_settled());
        let hosts: Vec<String> = finding(ledger)
            .servers
            .iter()
            .map(|server| match server.trouble {
                None => server.host.to_string(),
                Some(_) => format!("({})", server.host),
            })
            .collect();
        assert_eq!(hosts, expected);
    }

    #[test]
    fn the_order_of_the_sources_decides_among_those_that_answered() {
        check(&[], &[]);
        check(
            &[
                (Question::AutoconfigHost, "one.example", true),
                (Question::AutoconfigWellKnown, "two.example", true),
                (Question::Table, "three.example", true),
                (Question::SrvImplicit, "four.example", true),
                (Question::SrvStartTls, "five.example", true),
                (Question::Mx, "six.example", true),
                (Question::CommonNames, "seven.example", true),
            ],
            &[
                "one.example",
                "two.example",
                "three.example",
                "four.example",
                "five.example",
                "six.example",
                "seven.example",
            ],
        );
        // Who answered comes before who did not, and a guess that did not answer is nothing.
        check(
            &[
                (Question::AutoconfigHost, "one.example", false),
                (Question::SrvImplicit, "four.example", true),
                (Question::CommonNames, "seven.example", false),
            ],
            &["four.example", "(one.example)"],
        );
    }

    #[test]
    fn a_server_that_two_name_is_knocked_at_once_and_has_the_better_word() {
        for order in [
            [Question::CommonNames, Question::AutoconfigHost],
            [Question::AutoconfigHost, Question::CommonNames],
        ] {
            let mut ledger = Ledger::new();
            let numbers: Vec<usize> = order
                .iter()
                .flat_map(|&question| ledger.note(question, vec![named(question, "imap.example.org")]))
                .map(|(number, _)| number)
                .collect();
            assert_eq!(numbers, [0]);
            ledger.note_outcome(0, Ok(PASSWORD));
            let found = finding(ledger);
            assert_eq!(found.best().unwrap().source, Source::Autoconfig);
            assert_eq!(found.servers.len(), 1);
        }
    }

    #[test]
    fn waits_only_while_something_better_may_come() {
        let mut ledger = Ledger::new();
        let srv = ledger.note(
            Question::SrvImplicit,
            vec![named(Question::SrvImplicit, "srv.example")],
        );
        ledger.note_outcome(srv[0].0, Ok(PASSWORD));
        assert!(!ledger.is_settled(), "the domain's own word may come");
        ledger.note(Question::AutoconfigHost, Vec::new());
        ledger.note(Question::AutoconfigWellKnown, Vec::new());
        assert!(!ledger.is_settled(), "the table may have it");
        let table = ledger.note(Question::Table, vec![named(Question::Table, "table.example")]);
        assert!(!ledger.is_settled(), "the table's server may answer");
        ledger.note_outcome(table[0].0, lost("table.example"));
        assert!(ledger.is_settled(), "what is open is worse");
        assert_eq!(finding(ledger).best().unwrap().host.to_string(), "srv.example");
    }

    #[test]
    fn who_has_not_answered_when_the_time_is_over_is_kept_with_the_reason() {
        let mut ledger = Ledger::new();
        ledger.note(Question::Table, vec![named(Question::Table, "imap.gmail.com")]);
        assert!(!ledger.is_settled());
        let found = finding(ledger);
        let best = found.best().unwrap();
        assert!(matches!(best.trouble, Some(Error::TimedOut { .. })));
        // What is known of a server is told, whether or not it answers.
        assert_eq!(best.advice, Some(Advice::AppPasswordGoogle));
        assert_eq!(best.provider.as_deref(), Some("Google Mail"));
        assert_eq!(
            best.sign_in,
            SignIn {
                password: true,
                oauth: true
            }
        );
    }

    #[test]
    fn ways_to_sign_in_are_those_that_both_know() {
        let ways = |password, token| Some(Ways { password, token });
        let offers = |takes_password, takes_token| {
            Some(Greeting {
                takes_password,
                takes_token,
            })
        };
        for (said, greeting, password, oauth) in [
            (None, None, true, false),
            (None, offers(true, true), true, true),
            (ways(false, true), None, false, true),
            // Microsoft still names PLAIN, and refuses it.
            (ways(false, true), offers(true, true), false, true),
            (ways(true, true), offers(true, false), true, false),
            (ways(true, false), offers(false, true), false, true),
        ] {
            assert_eq!(
                sign_in(said, greeting),
                SignIn { password, oauth },
                "{said:?} {greeting:?}"
            );
        }
    }
}
