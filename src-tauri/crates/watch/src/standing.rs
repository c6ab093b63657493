//! How an account stands, over all its connections.

use casebook::{AccountId, AccountRow};

use crate::{
    AccountState, Trouble,
    session::{Link, Part},
    sessions::Sessions,
};

impl Sessions {
    /// The accounts.
    pub(crate) fn rows(&self) -> impl Iterator<Item = &AccountRow> {
        let sent = self.by_link.iter().filter(|(link, _)| link.part == Part::Sent);
        sent.map(|(_, session)| &session.row)
    }

    /// All connections by their names.
    pub(crate) fn links(&self) -> Vec<Link> {
        self.by_link.keys().copied().collect()
    }

    /// How an account stands: as the worst of its connections.
    pub(crate) fn standing(&self, account: AccountId) -> (AccountState, Option<Trouble>) {
        let mut all = AccountState::Watching;
        for session in links(account).iter().filter_map(|link| self.by_link.get(link)) {
            match session.state {
                AccountState::Trouble => return (AccountState::Trouble, session.trouble.clone()),
                AccountState::Connecting => all = AccountState::Connecting,
                AccountState::Watching => {}
            }
        }
        (all, None)
    }

    /// Whether nothing helps but that the user of an account signs in again.
    pub(crate) fn must_sign_in(&self, account: AccountId) -> bool {
        let mut all = links(account).into_iter();
        all.any(|link| {
            self.by_link
                .get(&link)
                .is_some_and(|session| session.must_sign_in)
        })
    }
}

/// The connections that an account may have.
pub(crate) const fn links(account: AccountId) -> [Link; 2] {
    [Link::sent(account), Link::further(account)]
}
