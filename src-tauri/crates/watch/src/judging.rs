//! Messages → what the casebook records: every recipient judged, with what is learned from the messages themselves.

use std::{collections::BTreeMap, path::PathBuf};

use casebook::Judged;
use lookalike::{Correspondent, Exchanged, Lookalike, Reference, Verdict, judge};
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
    reference: Reference,
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
        let mut policy = Policy::read(&judging.policy_path).unwrap_or_else(|error| {
            trouble = Some((words.policy)(&error));
            Policy::default()
        });
        policy.protected.extend(own);
        let preferences = Preferences::read(&judging.preferences_path).unwrap_or_else(|error| {
            trouble = Some((words.policy)(&error));
            Preferences::default()
        });
        let knowledge = Self {
            reference: policy::reference(&policy, &preferences, learned),
            policy,
            preferences,
        };
        (knowledge, trouble)
    }

    /// Judges messages together: what most of them say is whom the user writes to, whatever their order. From then on all their
    /// recipients are known; where some of them are lookalikes, [`Knowledge::relearn`] has to follow.
    pub(crate) fn judge(&mut self, messages: Vec<Fetched>) -> Vec<Judged> {
        let mut seen: BTreeMap<&Address, Exchanged> = BTreeMap::new();
        for recipient in messages.iter().flat_map(|fetched| &fetched.message.recipients) {
            let exchanged = seen.entry(&recipient.address).or_default();
            exchanged.sent = exchanged.sent.saturating_add(1);
        }
        self.reference
            .learn(seen.iter().map(|(address, exchanged)| (*address, *exchanged)));
        let wrong: BTreeMap<Address, Lookalike> = seen
            .into_keys()
            .filter_map(|address| match judge(address, &self.reference) {
                Verdict::Lookalike(lookalike) => Some((address.clone(), lookalike)),
                Verdict::Trusted | Verdict::Unknown => None,
            })
            .collect();
        messages
            .into_iter()
            .map(|fetched| judged(fetched, &wrong))
            .collect()
    }

    /// Learns anew whom the user writes to, and forgets whom nobody recorded.
    pub(crate) fn relearn(&mut self, learned: Vec<Correspondent>) {
        self.reference = policy::reference(&self.policy, &self.preferences, learned);
    }
}

/// A message with the verdicts on its recipients, of which `wrong` has all that are lookalikes.
fn judged(fetched: Fetched, wrong: &BTreeMap<Address, Lookalike>) -> Judged {
    let mut lookalikes = Vec::new();
    if !wrong.is_empty() {
        for recipient in &fetched.message.recipients {
            if let Some(lookalike) = wrong.get(&recipient.address) {
                lookalikes.push((recipient.clone(), lookalike.clone()));
            }
        }
    }
    Judged {
        uid: fetched.uid,
        received_at: fetched.received_at,
        message: fetched.message,
        lookalikes,
    }
}
