//! Bulletins: which alerts make which notification, so that many make one and none comes twice. Pure.
//!
//! What comes within a minute of a notification that still stands is added to it. After three new ones within a minute the rest
//! waits until the minute is over, and makes one.

use std::{
    collections::{BTreeSet, VecDeque},
    time::{Duration, Instant},
};

use casebook::{Alert, IncidentId};

/// What comes so close together makes one notification.
const TOGETHER: Duration = Duration::from_secs(60);

/// New notifications within that time, after which the rest waits.
const MOST: usize = 3;

/// One notification: what it tells of, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Bulletin {
    /// Which; a later one of the same notification has another number.
    pub(super) number: u64,
    /// All that it tells of.
    pub(super) alerts: Vec<Alert>,
    /// The server's number of the notification in whose place it comes.
    pub(super) replaces: Option<u32>,
    /// Those of its alerts that the notification in whose place it comes did not tell of.
    fresh: Vec<IncidentId>,
    begun: Instant,
}

/// All notifications of this run.
#[derive(Debug, Default)]
pub(super) struct Bulletins {
    waiting: Vec<Alert>,
    /// Handed to the server, which has not answered yet.
    under_way: Option<Bulletin>,
    /// On the screen, with the server's number.
    standing: Option<(u32, Bulletin)>,
    /// Every incident that waits, is under way or was told of: the casebook repeats them until it has noted that.
    known: BTreeSet<IncidentId>,
    begun: VecDeque<Instant>,
    last: u64,
}

impl Bulletins {
    /// Takes alerts that are due; those that wait, are under way or were told of are known already.
    pub(super) fn add(&mut self, alerts: Vec<Alert>) {
        let known = &mut self.known;
        self.waiting
            .extend(alerts.into_iter().filter(|alert| known.insert(alert.incident)));
    }

    /// The notification to show now, if one is.
    pub(super) fn next(&mut self, now: Instant) -> Option<Bulletin> {
        if self.under_way.is_some() || self.waiting.is_empty() || self.wait(now).is_some() {
            return None;
        }
        let fresh = self.waiting.iter().map(|alert| alert.incident).collect();
        let before = self
            .standing
            .as_ref()
            .filter(|(_, bulletin)| is_close(bulletin.begun, now));
        let (replaces, begun, mut alerts) = match before {
            Some((id, bulletin)) => (Some(*id), bulletin.begun, bulletin.alerts.clone()),
            None => (None, now, Vec::new()),
        };
        if replaces.is_none() {
            self.begun.push_back(now);
        }
        alerts.append(&mut self.waiting);
        self.last = self.last.saturating_add(1);
        let bulletin = Bulletin {
            number: self.last,
            alerts,
            replaces,
            fresh,
            begun,
        };
        self.under_way = Some(bulletin.clone());
        Some(bulletin)
    }

    /// How long what waits has to wait yet; none where nothing does, or nothing keeps it.
    pub(super) fn wait(&mut self, now: Instant) -> Option<Duration> {
        while self.begun.front().is_some_and(|&begun| !is_close(begun, now)) {
            self.begun.pop_front();
        }
        let stands = self
            .standing
            .as_ref()
            .is_some_and(|(_, bulletin)| is_close(bulletin.begun, now));
        if self.waiting.is_empty() || stands || self.begun.len() < MOST {
            return None;
        }
        let first = self.begun.front()?;
        Some(TOGETHER.saturating_sub(now.saturating_duration_since(*first)))
    }

    /// The server took this one and gave it a number. The incidents that it is the first to tell of.
    pub(super) fn taken(&mut self, number: u64, id: u32) -> Vec<IncidentId> {
        let Some(bulletin) = self.under_way.take_if(|bulletin| bulletin.number == number) else {
            return Vec::new();
        };
        let fresh = bulletin.fresh.clone();
        self.standing = Some((id, bulletin));
        fresh
    }

    /// The server refused this one: what it was to tell of is not known any more.
    pub(super) fn refused(&mut self, number: u64) {
        let refused = self.under_way.take_if(|bulletin| bulletin.number == number);
        if let Some(bulletin) = refused {
            self.known.retain(|incident| !bulletin.fresh.contains(incident));
            if bulletin.replaces.is_none() {
                self.begun.pop_back();
            }
        }
    }

    /// Forgets what waits, to be told of it again when it is due. Whether anything waited.
    pub(super) fn hold(&mut self) -> bool {
        let waited = !self.waiting.is_empty();
        for alert in self.waiting.drain(..) {
            self.known.remove(&alert.incident);
        }
        waited
    }

    /// The user answered this one, or it went: the incidents that it told of, unless another has taken its place.
    pub(super) fn answered(&mut self, number: u64) -> Vec<IncidentId> {
        let answered = self.standing.take_if(|(_, bulletin)| bulletin.number == number);
        answered.map_or_else(Vec::new, |(_, bulletin)| {
            bulletin.alerts.iter().map(|alert| alert.incident).collect()
        })
    }
}

fn is_close(begun: Instant, now: Instant) -> bool {
    now.saturating_duration_since(begun) < TOGETHER
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agent::alert::tests::alert;

    fn alerts(ids: &[i64]) -> Vec<Alert> {
        ids.iter().map(|&id| alert(id, "a@army.ml", "x")).collect()
    }

    fn ids(bulletin: &Bulletin) -> Vec<i64> {
        bulletin
            .alerts
            .iter()
            .map(|alert| alert.incident.value())
            .collect()
    }

    #[test]
    fn what_comes_within_a_minute_is_added_to_what_stands() {
        let (mut all, start) = (Bulletins::default(), Instant::now());
        let after = |seconds| start + Duration::from_secs(seconds);
        all.add(alerts(&[1, 2]));
        let first = all.next(start).unwrap();
        assert_eq!((ids(&first), first.replaces), (vec![1, 2], None));
        // Known already, and one more while the server has not answered.
        all.add(alerts(&[1, 2, 3]));
        assert_eq!(all.next(after(1)), None);
        assert_eq!(all.taken(first.number, 70).len(), 2);
        let second = all.next(after(2)).unwrap();
        assert_eq!((ids(&second), second.replaces), (vec![1, 2, 3], Some(70)));
        assert_eq!(all.taken(second.number, 70).len(), 1);
        // The first one's listener hears the answer too; it counts once.
        assert_eq!(all.answered(first.number), []);
        all.add(alerts(&[1, 2, 3, 4]));
        let third = all.next(after(61)).unwrap();
        assert_eq!((ids(&third), third.replaces), (vec![4], None));
    }

    #[test]
    fn after_three_within_a_minute_the_rest_makes_one() {
        let (mut all, start) = (Bulletins::default(), Instant::now());
        let after = |seconds| start + Duration::from_secs(seconds);
        for id in 1..=3 {
            all.add(alerts(&[id]));
            let bulletin = all.next(after(0)).unwrap();
            all.taken(bulletin.number, 7);
            // Closed at once, so that the next cannot be added to it.
            assert_eq!(all.answered(bulletin.number).len(), 1);
        }
        for id in 4..=5000 {
            all.add(alerts(&[id]));
            assert_eq!(all.next(after(10)), None);
        }
        assert_eq!(all.wait(after(10)), Some(Duration::from_secs(50)));
        assert_eq!(all.next(after(60)).unwrap().alerts.len(), 4997);
        assert_eq!(all.wait(after(60)), None);
    }

    #[test]
    fn what_the_server_refused_is_due_again() {
        let (mut all, now) = (Bulletins::default(), Instant::now());
        all.add(alerts(&[1]));
        let bulletin = all.next(now).unwrap();
        all.refused(bulletin.number);
        assert_eq!(all.next(now), None);
        all.add(alerts(&[1]));
        assert_eq!(ids(&all.next(now).unwrap()), [1]);
    }
}
