//! The search: everybody is asked at once, every server that is named is knocked at, and all of it is over in time.

use std::{
    sync::{
        Arc,
        mpsc::{self, Receiver, RecvTimeoutError, Sender},
    },
    thread,
    time::Instant,
};

use mailbox::{Account, Greeting, Limits, Security, Submission};
use message::Address;

use crate::{
    Error, Finding, Options, Purpose,
    autoconfig::{self, Place},
    guess,
    ledger::{Ledger, Question},
    names::Names,
    setting::Setting,
    srv, table,
};

/// Finds the servers that may hold the mailbox of this address. Blocks until nothing better can come, at most as long as the
/// options allow. No password is needed, and no user name is sent to any server but, as a part of the address, to the domain's own
/// configuration host.
///
/// # Errors
/// Where nobody can be asked. That nothing is found is no error.
pub fn find(address: &Address, options: &Options) -> Result<Finding, Error> {
    search(address, Purpose::Reading, options)
}

/// Finds the servers that may take this address's mail in (RFC 6409), as [`find`] finds its mailbox: the same sources, asked in the
/// same way, and the servers knocked at without a user name.
///
/// # Errors
/// As for [`find`].
pub fn find_submission(address: &Address, options: &Options) -> Result<Finding, Error> {
    search(address, Purpose::Sending, options)
}

fn search(address: &Address, purpose: Purpose, options: &Options) -> Result<Finding, Error> {
    if address.domain().is_literal() {
        return Err(Error::NoDomain(address.shown()));
    }
    let now = Instant::now();
    let until = now.checked_add(options.search_for).unwrap_or(now);
    let search = Search {
        address: address.clone(),
        purpose,
        options: options.clone(),
        names: Arc::new(Names::new(options, until)?),
    };
    let (say, heard) = mpsc::channel();
    Arc::new(search).run(&say, &heard, until)
}

/// What a thread of the search has to say.
enum Said {
    Named(Question, Vec<Setting>),
    Answered(usize, Result<Greeting, mailbox::Error>),
}

struct Search {
    address: Address,
    purpose: Purpose,
    options: Options,
    names: Arc<Names>,
}

impl Search {
    fn run(
        self: Arc<Self>,
        say: &Sender<Said>,
        heard: &Receiver<Said>,
        until: Instant,
    ) -> Result<Finding, Error> {
        let mut ledger = Ledger::new();
        for question in Question::ALL {
            self.aside(say, move |search| Said::Named(question, search.ask(question)))?;
        }
        while !ledger.is_settled() {
            match heard.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Said::Named(question, settings)) => {
                    for (number, setting) in ledger.note(question, settings) {
                        self.aside(say, move |search| Said::Answered(number, search.knock(&setting)))?;
                    }
                }
                Ok(Said::Answered(number, outcome)) => ledger.note_outcome(number, outcome),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        Ok(ledger.finding(&self.address))
    }

    /// Has a thread do it. One that is late finds nobody listening, and ends: all that it does has a deadline.
    fn aside(
        self: &Arc<Self>,
        say: &Sender<Said>,
        work: impl FnOnce(&Self) -> Said + Send + 'static,
    ) -> Result<(), Error> {
        let (search, say) = (self.clone(), say.clone());
        thread::Builder::new()
            .name("find".into())
            .spawn(move || {
                let _late = say.send(work(&search));
            })
            .map(drop)
            .map_err(Error::NoResources)
    }

    fn ask(&self, question: Question) -> Vec<Setting> {
        let (address, names, purpose) = (&self.address, &self.names, self.purpose);
        let place = question.rank().place;
        match question {
            Question::AutoconfigHost => {
                autoconfig::servers(names, (address, purpose), Place::Host, place, &self.options)
            }
            Question::AutoconfigWellKnown => {
                autoconfig::servers(names, (address, purpose), Place::WellKnown, place, &self.options)
            }
            Question::Table => table::by_domain(address, purpose),
            Question::SrvImplicit => srv::servers(names, (address, purpose), Security::ImplicitTls, place),
            Question::SrvStartTls => srv::servers(names, (address, purpose), Security::StartTls, place),
            Question::Mx => names
                .exchangers(address.domain())
                .iter()
                .map(|exchanger| table::by_mx(address, purpose, exchanger))
                .find(|settings| !settings.is_empty())
                .unwrap_or_default(),
            Question::CommonNames => guess::common_names(address, purpose),
        }
    }

    fn knock(&self, setting: &Setting) -> Result<Greeting, mailbox::Error> {
        let sockets = self.names.sockets(&setting.host, self.options.port(setting.port));
        if sockets.is_empty() {
            return Err(mailbox::Error::UnknownHost {
                host: setting.host.clone(),
                source: std::io::ErrorKind::NotFound.into(),
            });
        }
        let left = self.names.left();
        let limits = Limits {
            connect_for: left,
            command_for: left,
            ..Limits::default()
        };
        let account = Account {
            host: setting.host.clone(),
            port: setting.port,
            security: setting.security,
            user: setting.user.clone(),
            ca_path: self.options.ca_path.clone(),
        };
        match self.purpose {
            Purpose::Reading => mailbox::greet(&sockets, &account, &limits),
            Purpose::Sending => {
                let submission = Submission::open_to(&sockets, &account, &limits)?;
                let greeting = submission.greeting();
                submission.leave();
                Ok(greeting)
            }
        }
    }
}
