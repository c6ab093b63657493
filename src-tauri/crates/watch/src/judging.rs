//! Messages → what the casebook records: every recipient judged, with what is learned from the messages themselves.

use std::{collections::BTreeMap, path::PathBuf};

use casebook::Judged;
use lookalike::{Correspondent, Reference, Verdict, judge};
use mailbox::Fetched;
use message::{Address, Domain};
use policy::{Policy, Preferences};

use crate::{Trouble, Words};

/// Where the domains to compare with come from.
#[derive(Clone, Debug)]
pub struct Judging {
    /// The organisation's policy.
    pub policy_path: PathBuf,
    /// The user's own domains.
    pub preferences_path: PathBuf,
}

/// The domains to compare with, and whom the user writes to.
pub(crate) struct Knowledge {
    policy: Policy,
    preferences: Preferences,
    own: Vec<Domain>,
    learned: BTreeMap<Address, Correspondent>,
}

impl Knowledge {
    /// Reads policy and preferences. What cannot be read leaves the rest in force and is said.
    pub(crate) fn read(
        judging: &Judging,
        words: Words,
        own: Vec<Domain>,
        learned: Vec<Correspondent>,
    ) -> (Self, Option<Trouble>) {
        let mut trouble = None;
        let policy = Policy::read(&judging.policy_path).unwrap_or_else(|error| {
            trouble = Some((words.policy)(&error));
            Policy::default()
        });
        let preferences = Preferences::read(&judging.preferences_path).unwrap_or_else(|error| {
            trouble = Some((words.policy)(&error));
            Preferences::default()
        });
        let learned = learned
            .into_iter()
            .map(|known| (known.address.clone(), known))
            .collect();
        (
            Self {
                policy,
                preferences,
                own,
                learned,
            },
            trouble,
        )
    }

    /// Judges messages together: what most of them say is whom the user writes to, whatever their order.
    pub(crate) fn judge(&mut self, messages: Vec<Fetched>) -> Vec<Judged> {
        let mut seen = self.learned.clone();
        for recipient in messages.iter().flat_map(|fetched| &fetched.message.recipients) {
            count(&mut seen, &recipient.address);
        }
        let reference = self.reference(seen.into_values().collect());
        let judged: Vec<Judged> = messages
            .into_iter()
            .map(|fetched| judged(fetched, &reference))
            .collect();
        for address in judged.iter().flat_map(|judged| &judged.fine) {
            count(&mut self.learned, address);
        }
        judged
    }

    fn reference(&self, learned: Vec<Correspondent>) -> Reference {
        let mut policy = self.policy.clone();
        policy.protected.extend(self.own.iter().cloned());
        policy::reference(&policy, &self.preferences, learned)
    }
}

fn count(known: &mut BTreeMap<Address, Correspondent>, address: &Address) {
    let entry = known.entry(address.clone()).or_insert_with(|| Correspondent {
        address: address.clone(),
        sent: 0,
        received: 0,
    });
    entry.sent = entry.sent.saturating_add(1);
}

/// Judges one message against `reference`.
pub fn judged(fetched: Fetched, reference: &Reference) -> Judged {
    let mut lookalikes = Vec::new();
    let mut fine = Vec::new();
    for recipient in &fetched.message.recipients {
        match judge(&recipient.address, reference) {
            Verdict::Lookalike(lookalike) => lookalikes.push((recipient.clone(), lookalike)),
            Verdict::Trusted | Verdict::Unknown => fine.push(recipient.address.clone()),
        }
    }
    fine.sort_unstable();
    fine.dedup();
    Judged {
        uid: fetched.uid,
        received_at: fetched.received_at,
        message: fetched.message,
        lookalikes,
        fine,
    }
}
