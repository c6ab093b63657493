//! Gathered: what was found so far, each thing once.

use std::collections::BTreeSet;

use super::{Finding, Kind};

/// What was found so far. It holds the things themselves, to know them again, and is gone after the look.
#[derive(Default)]
pub(super) struct Gathered(BTreeSet<(Kind, &'static str, String)>);

impl Gathered {
    /// Notes a thing. The same thing in another spelling is to be given in one.
    pub(super) fn add(&mut self, kind: Kind, label: &'static str, thing: &str) {
        if self.0.len() < MOST {
            self.0.insert((kind, label, thing.to_owned()));
        }
    }

    /// Kinds and counts.
    pub(super) fn into_found(self) -> Vec<Finding> {
        let mut found: Vec<Finding> = Vec::new();
        for (kind, label, _) in self.0 {
            match found.last_mut() {
                Some(last) if last.kind == kind && last.label == label => {
                    last.count = last.count.saturating_add(1)
                }
                _ => found.push(Finding {
                    kind,
                    label: label.into(),
                    count: 1,
                }),
            }
        }
        let rank = |kind: Kind| Kind::ALL.iter().position(|one| *one == kind);
        found.sort_by_key(|finding| rank(finding.kind));
        found
    }
}

/// Things that are told apart; beyond these it is many.
const MOST: usize = 10_000;
