//! Tries an account out: “test connection”.

use crate::{Account, Error, Limits, MailboxName, Secret, Waiting, session::Session, watcher::on_own_thread};

/// What an account was found to be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Probe {
    /// The mailbox for sent mail.
    pub sent: MailboxName,
    /// Messages in it.
    pub messages: u32,
    /// How news would come.
    pub waiting: Waiting,
    /// The other mailboxes that can be opened, in the server's order.
    pub others: Vec<MailboxName>,
}

/// Signs in, finds and opens the mailbox for sent mail, and leaves. Blocks as long as `limits` allow.
///
/// # Errors
/// What hinders it.
pub fn probe(account: &Account, secret: &Secret, limits: &Limits) -> Result<Probe, Error> {
    on_own_thread(&account.host, |wake| {
        let mut session = Session::start(account, secret, limits, wake)?;
        let others = session.find_sent()?;
        let opened = session.open()?;
        let probe = Probe {
            sent: session.sent.clone(),
            messages: opened.exists,
            waiting: session.waiting,
            others,
        };
        session.end();
        Ok(probe)
    })
}
