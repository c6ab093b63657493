//! Bulletins: which alerts make which notification, so that many make one and none comes twice. Pure.
//!
//! What comes within a minute of a notification that still stands is added to it. After three new ones within a minute the rest
//! waits until the minute is over, and makes one.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    time::{Duration, Instant},
};

use casebook::{Alert, IncidentId};
use message::Timestamp;

use super::{kept::Kept, place::Place};

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
    /// The notification in whose place it comes.
    pub(super) replaces: Option<Place>,
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
    /// On the screen, by their numbers.
    standing: BTreeMap<u64, (Place, Bulletin)>,
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
        let (replaces, begun, mut alerts) = match self.newest(now) {
            Some((place, bulletin)) => (Some(place.clone()), bulletin.begun, bulletin.alerts.clone()),
            None => (None, now, Vec::new()),
        };
        if replaces.is_none() {
            self.begun.push_back(now);
        }
        alerts.append(&mut self.waiting);
        let bulletin = Bulletin {
            number: self.number(),
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
        if self.waiting.is_empty() || self.newest(now).is_some() || self.begun.len() < MOST {
            return None;
        }
        let first = self.begun.front()?;
        Some(TOGETHER.saturating_sub(now.saturating_duration_since(*first)))
    }

    /// The server took this one, and it stands there. The incidents that it is the first to tell of.
    pub(super) fn taken(&mut self, number: u64, place: Place) -> Vec<IncidentId> {
        let Some(bulletin) = self.under_way.take_if(|bulletin| bulletin.number == number) else {
            return Vec::new();
        };
        let fresh = bulletin.fresh.clone();
        self.standing
            .retain(|_, (before, _)| *before != place && Some(&*before) != bulletin.replaces.as_ref());
        self.standing.insert(number, (place, bulletin));
        fresh
    }

    /// Takes up a notification that stands since the last run, which tells of these alerts. `clock` is the time now. Its number here.
    pub(super) fn resume(&mut self, kept: Kept, alerts: Vec<Alert>, now: Instant, clock: Timestamp) -> u64 {
        self.known.extend(alerts.iter().map(|alert| alert.incident));
        let age = clock.millis().saturating_sub(kept.begun);
        let age = Duration::from_millis(age.try_into().unwrap_or_default());
        let bulletin = Bulletin {
            number: self.number(),
            alerts,
            replaces: None,
            fresh: Vec::new(),
            // A clock that runs since a minute ago at most knows no earlier time; then it is long ago as well.
            begun: now.checked_sub(age.min(TOGETHER)).unwrap_or(now),
        };
        let number = bulletin.number;
        self.standing.insert(number, (kept.place, bulletin));
        number
    }

    /// What stands, to be written down for the next run. `clock` is the time now.
    pub(super) fn kept(&self, now: Instant, clock: Timestamp) -> Vec<Kept> {
        let all = self.standing.values().map(|(place, bulletin)| {
            let age = now.saturating_duration_since(bulletin.begun).as_millis();
            Kept {
                place: place.clone(),
                begun: clock.millis().saturating_sub(age.try_into().unwrap_or(i64::MAX)),
                incidents: bulletin
                    .alerts
                    .iter()
                    .map(|alert| alert.incident.value())
                    .collect(),
            }
        });
        all.collect()
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
        let answered = self.standing.remove(&number);
        answered.map_or_else(Vec::new, |(_, bulletin)| {
            bulletin.alerts.iter().map(|alert| alert.incident).collect()
        })
    }

    /// The incidents that are told of on the screen.
    pub(super) fn on_screen(&self) -> Vec<IncidentId> {
        let all = self.standing.values().flat_map(|(_, bulletin)| &bulletin.alerts);
        all.map(|alert| alert.incident).collect()
    }

    /// Forgets these incidents, which wait for the user no longer: what comes in the place of a notification does not tell of them
    /// again. The notifications that told of nothing else, which stand no longer.
    pub(super) fn settled(&mut self, incidents: &[IncidentId]) -> Vec<Place> {
        let replaced = self
            .under_way
            .as_ref()
            .and_then(|bulletin| bulletin.replaces.as_ref());
        for (_, bulletin) in self.standing.values_mut() {
            bulletin
                .alerts
                .retain(|alert| !incidents.contains(&alert.incident));
        }
        // One in whose place another comes just now goes by that; to take it away might take the other.
        let is_over =
            |place: &Place, bulletin: &Bulletin| bulletin.alerts.is_empty() && Some(place) != replaced;
        self.standing
            .extract_if(.., |_, (place, bulletin)| is_over(place, bulletin))
            .map(|(_, (place, _))| place)
            .collect()
    }

    /// The last one that stands, where that was begun within the minute.
    fn newest(&self, now: Instant) -> Option<&(Place, Bulletin)> {
        let newest = self.standing.values().next_back();
        newest.filter(|(_, bulletin)| is_close(bulletin.begun, now))
    }

    fn number(&mut self) -> u64 {
        self.last = self.last.saturating_add(1);
        self.last
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

    fn place(id: u32) -> Place {
        Place::for_tests("bus :1.7", id)
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
        assert_eq!(all.taken(first.number, place(70)).len(), 2);
        let second = all.next(after(2)).unwrap();
        assert_eq!((ids(&second), second.replaces), (vec![1, 2, 3], Some(place(70))));
        assert_eq!(all.taken(second.number, place(70)).len(), 1);
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
            all.taken(bulletin.number, place(7));
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

    #[test]
    fn each_that_stands_can_be_answered_whatever_came_after_it() {
        let (mut all, start) = (Bulletins::default(), Instant::now());
        let mut numbers = Vec::new();
        for (id, at) in [(1, 0), (2, 61)] {
            all.add(alerts(&[id]));
            let bulletin = all.next(start + Duration::from_secs(at)).unwrap();
            all.taken(bulletin.number, place(u32::try_from(id).unwrap()));
            numbers.push(bulletin.number);
        }
        for (number, incident) in numbers.into_iter().zip([1, 2]) {
            assert_eq!(all.answered(number), [IncidentId::from(incident)]);
            assert_eq!(all.answered(number), []);
        }
    }

    #[test]
    fn what_was_decided_elsewhere_is_not_told_of_again() {
        let (mut all, now) = (Bulletins::default(), Instant::now());
        let settled = |id: i64| [IncidentId::from(id)];
        all.add(alerts(&[1, 2]));
        let first = all.next(now).unwrap();
        all.taken(first.number, place(70));
        assert_eq!(all.on_screen(), [1, 2].map(IncidentId::from));
        assert_eq!(all.settled(&settled(1)), []);
        all.add(alerts(&[3]));
        let second = all.next(now).unwrap();
        assert_eq!((ids(&second), second.replaces), (vec![2, 3], Some(place(70))));
        all.taken(second.number, place(70));
        assert_eq!(all.settled(&settled(2)), []);
        assert_eq!(all.settled(&settled(3)), [place(70)]);
        assert_eq!((all.on_screen(), all.settled(&settled(3))), (vec![], vec![]));
        // What comes next takes no place from which something is being taken.
        all.add(alerts(&[4]));
        let third = all.next(now).unwrap();
        assert_eq!((ids(&third), &third.replaces), (vec![4], &None));
        all.taken(third.number, place(71));
        all.add(alerts(&[5]));
        assert_eq!(all.next(now).unwrap().replaces, Some(place(71)));
        assert_eq!(all.settled(&settled(4)), []);
    }

    #[test]
    fn what_stands_is_taken_up_by_the_next_run() {
        let (mut all, start) = (Bulletins::default(), Instant::now());
        let at = |seconds: i64| Timestamp::from_millis(1_000_000 + 1000 * seconds);
        all.add(alerts(&[1]));
        let first = all.next(start).unwrap();
        all.taken(first.number, place(70));
        let kept = all.kept(start + Duration::from_secs(5), at(5));
        for (seconds, replaces) in [(30, Some(place(70))), (70, None)] {
            let mut next = Bulletins::default();
            let [kept] = kept.clone().try_into().unwrap();
            assert_eq!(kept.incidents, [1]);
            let number = next.resume(kept, alerts(&[1]), start, at(seconds));
            // Told already, whatever the casebook says of it.
            next.add(alerts(&[1, 2]));
            let bulletin = next.next(start).unwrap();
            let all_of_it = if replaces.is_some() { vec![1, 2] } else { vec![2] };
            assert_eq!((ids(&bulletin), &bulletin.replaces), (all_of_it, &replaces));
            assert_eq!(next.taken(bulletin.number, place(71)), [IncidentId::from(2)]);
            assert_eq!(next.answered(number).is_empty(), replaces.is_some());
        }
    }
}
