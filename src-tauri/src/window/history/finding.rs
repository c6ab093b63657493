//! From the index of all incidents to what a question finds: counted, filtered, ordered and cut in parts. Pure.

use casebook::{IndexItem, State};
use jiff::tz::TimeZone;
use message::Domain;

use super::{
    calendar,
    question::{Filter, HistoryQuestion, Misses, Sort},
    view::{AccountCount, Counts, Heading, Part, Week},
};

/// Weeks of the chart.
pub(super) const WEEKS: u8 = 26;

/// What a question finds.
#[derive(Debug, Default)]
pub(super) struct Finding {
    /// The incidents, in parts.
    pub(super) parts: Vec<Part>,
    /// How many each value of a filter finds; the accounts are without their addresses.
    pub(super) counts: Counts,
    /// The weeks of the chart.
    pub(super) weeks: Vec<Week>,
}

impl Finding {
    /// The incidents' numbers, in order.
    pub(super) fn ids(&self) -> impl Iterator<Item = i64> {
        self.parts.iter().flat_map(|part| &part.ids).copied()
    }
}

/// Answers `question` from `index`, which holds what matches its search, newest first.
pub(super) fn find(index: Vec<IndexItem>, question: &HistoryQuestion, now: i64, zone: &TimeZone) -> Finding {
    let starts = calendar::weeks(now, WEEKS, zone);
    let mut finding = Finding {
        weeks: starts
            .iter()
            .take(WEEKS.into())
            .map(|&at| Week { at, count: 0 })
            .collect(),
        ..Finding::default()
    };
    let mut found = Vec::with_capacity(index.len());
    for item in index {
        let place = place_of(item.sent_at.millis(), &starts);
        let week = place.and_then(|place| starts.get(place)).copied();
        let misses = question.misses(&item, week);
        finding.counts.add(&item, misses);
        if misses.all_but(Filter::Week)
            && let Some(week) = place.and_then(|place| finding.weeks.get_mut(place))
        {
            week.count = week.count.saturating_add(1);
        }
        if misses == Misses::None {
            found.push(item);
        }
    }
    finding.counts.accounts.sort_by_key(|account| account.id);
    question.sort(&mut found);
    finding.parts = parts(&found, question.sort, zone);
    finding
}

/// In which of the weeks that begin at `starts` it lies; the last start is the end of the last week.
fn place_of(at: i64, starts: &[i64]) -> Option<usize> {
    let begun = starts.partition_point(|start| *start <= at);
    begun.checked_sub(1).filter(|_| begun < starts.len())
}

impl Counts {
    fn add(&mut self, item: &IndexItem, misses: Misses) {
        let one = |filter| u32::from(misses.all_but(filter));
        add(&mut self.states, item.state.into(), one(Filter::State));
        add(&mut self.severities, item.severity.into(), one(Filter::Severity));
        add(&mut self.deliveries, item.delivery.into(), one(Filter::Delivery));
        let id = item.account.value();
        match self.accounts.iter_mut().find(|account| account.id == id) {
            Some(account) => account.count = account.count.saturating_add(one(Filter::Account)),
            None => self.accounts.push(AccountCount {
                id,
                address: String::new(),
                count: one(Filter::Account),
            }),
        }
    }
}

fn add<T: PartialEq>(counts: &mut Vec<(T, u32)>, value: T, more: u32) {
    match counts.iter_mut().find(|(counted, _)| *counted == value) {
        Some((_, count)) => *count = count.saturating_add(more),
        None => counts.push((value, more)),
    }
}

/// How incidents stand that still need the user, in this order.
const UNSETTLED: [State; 2] = [State::NeedsYou, State::InProgress];

/// Cuts incidents in parts: what is not settled first, whatever the order.
fn parts(found: &[IndexItem], sort: Sort, zone: &TimeZone) -> Vec<Part> {
    let mut parts = Vec::new();
    for state in UNSETTLED {
        for item in found.iter().filter(|item| item.state == state) {
            put(&mut parts, Heading::State(state.into()), item);
        }
    }
    let mut day = 0..0;
    let mut domain = ("", String::new());
    for item in found.iter().filter(|item| !UNSETTLED.contains(&item.state)) {
        let heading = match sort {
            Sort::Newest | Sort::Oldest => {
                let at = item.sent_at.millis();
                if !day.contains(&at) {
                    day = calendar::day(at, zone);
                }
                Heading::Day(day.start)
            }
            Sort::Severity => Heading::Severity(item.severity.into()),
            Sort::Domain => {
                if domain.0 != item.domain {
                    domain = (&item.domain, shown(&item.domain));
                }
                Heading::Domain(domain.1.clone())
            }
        };
        put(&mut parts, heading, item);
    }
    parts
}

fn put(parts: &mut Vec<Part>, heading: Heading, item: &IndexItem) {
    let id = item.id.value();
    match parts.last_mut() {
        Some(part) if part.heading == heading => part.ids.push(id),
        Some(_) | None => parts.push(Part {
            heading,
            ids: vec![id],
        }),
    }
}

fn shown(domain: &str) -> String {
    Domain::parse(domain).map_or_else(|_| message::shown(domain), |domain| domain.shown())
}

#[cfg(test)]
mod tests {
    use casebook::{AccountId, Delivery, IncidentId};
    use lookalike::Severity;
    use message::Timestamp;

    use super::*;
    use crate::window::view::{SeverityView, StateView};

    const NOW: &str = "2026-03-17T10:44:00Z"; // a Tuesday

    fn at(text: &str) -> i64 {
        text.parse::<jiff::Timestamp>().unwrap().as_millisecond()
    }

    fn item(
        id: i64,
        sent_at: &str,
        state: State,
        severity: Severity,
        account: i64,
        domain: &str,
    ) -> IndexItem {
        IndexItem {
            id: IncidentId::from(id),
            sent_at: Timestamp::from_millis(at(sent_at)),
            state,
            severity,
            account: AccountId::from(account),
            domain: domain.to_owned(),
            delivery: if id == 4 {
                Delivery::Bounced
            } else {
                Delivery::Unknown
            },
        }
    }

    /// Newest first, as the index gives them.
    fn index() -> Vec<IndexItem> {
        use Severity::{High, Low, Medium};
        use State::{Done, InProgress, NeedsYou, NotAMistake};
        vec![
            item(6, "2026-03-17T09:00:00Z", Done, Low, 1, "army.ml"),
            item(5, "2026-03-17T08:00:00Z", NeedsYou, High, 1, "navy.ml"),
            item(4, "2026-03-16T23:30:00Z", Done, High, 2, "xn--mller-kva.de"),
            item(3, "2026-03-15T12:00:00Z", NotAMistake, Medium, 1, "army.ml"),
            item(2, "2026-03-02T12:00:00Z", InProgress, Low, 2, "army.ml"),
            item(1, "2025-01-01T12:00:00Z", Done, Medium, 2, "army.ml"),
        ]
    }

    fn found(question: &HistoryQuestion) -> Finding {
        find(index(), question, at(NOW), &TimeZone::UTC)
    }

    fn drawn(question: &HistoryQuestion) -> Vec<(Heading, Vec<i64>)> {
        let parts = found(question).parts.into_iter();
        parts.map(|part| (part.heading, part.ids)).collect()
    }

    #[test]
    fn what_is_not_settled_comes_first_in_every_order() {
        let day = |text| Heading::Day(at(text));
        let severity = Heading::Severity;
        let domain = |text: &str| Heading::Domain(text.to_owned());
        let needs_you = || (Heading::State(StateView::NeedsYou), vec![5]);
        let in_progress = || (Heading::State(StateView::InProgress), vec![2]);
        let rows = [
            (
                Sort::Newest,
                vec![
                    needs_you(),
                    in_progress(),
                    (day("2026-03-17T00:00:00Z"), vec![6]),
                    (day("2026-03-16T00:00:00Z"), vec![4]),
                    (day("2026-03-15T00:00:00Z"), vec![3]),
                    (day("2025-01-01T00:00:00Z"), vec![1]),
                ],
            ),
            (
                Sort::Oldest,
                vec![
                    needs_you(),
                    in_progress(),
                    (day("2025-01-01T00:00:00Z"), vec![1]),
                    (day("2026-03-15T00:00:00Z"), vec![3]),
                    (day("2026-03-16T00:00:00Z"), vec![4]),
                    (day("2026-03-17T00:00:00Z"), vec![6]),
                ],
            ),
            (
                Sort::Severity,
                vec![
                    needs_you(),
                    in_progress(),
                    (severity(SeverityView::High), vec![4]),
                    (severity(SeverityView::Medium), vec![3, 1]),
                    (severity(SeverityView::Low), vec![6]),
                ],
            ),
            (
                Sort::Domain,
                vec![
                    needs_you(),
                    in_progress(),
                    (domain("army.ml"), vec![6, 3, 1]),
                    (domain("müller.de"), vec![4]),
                ],
            ),
        ];
        for (sort, expected) in rows {
            let question = HistoryQuestion {
                sort,
                ..HistoryQuestion::default()
            };
            assert_eq!(drawn(&question), expected, "{sort:?}");
        }
    }

    #[test]
    fn filters_let_through_what_has_one_value_of_each() {
        let check = |question: HistoryQuestion, expected: &[i64]| {
            assert_eq!(
                found(&question).ids().collect::<Vec<_>>(),
                expected,
                "{question:?}"
            );
        };
        let all = HistoryQuestion::default;
        let states = vec![StateView::Done, StateView::NotAMistake];
        check(
            HistoryQuestion {
                states: states.clone(),
                ..all()
            },
            &[6, 4, 3, 1],
        );
        check(
            HistoryQuestion {
                states,
                accounts: vec![2],
                ..all()
            },
            &[4, 1],
        );
        check(
            HistoryQuestion {
                severities: vec![SeverityView::Low],
                ..all()
            },
            &[2, 6],
        );
        check(
            HistoryQuestion {
                week: Some(at("2026-03-16T00:00:00Z")),
                ..all()
            },
            &[5, 6, 4],
        );
        check(
            HistoryQuestion {
                accounts: vec![9],
                ..all()
            },
            &[],
        );
    }

    #[test]
    fn a_filter_counts_what_each_of_its_values_would_find() {
        let question = HistoryQuestion {
            states: vec![StateView::NeedsYou],
            accounts: vec![1],
            ..HistoryQuestion::default()
        };
        let counts = found(&question).counts;
        // Of account 1 alone.
        let states = [
            (StateView::Done, 1),
            (StateView::NeedsYou, 1),
            (StateView::NotAMistake, 1),
            (StateView::InProgress, 0),
        ];
        assert_eq!(counts.states, states);
        // Of account 1 and waiting; a value that finds nothing is there all the same.
        let severities = [
            (SeverityView::Low, 0),
            (SeverityView::High, 1),
            (SeverityView::Medium, 0),
        ];
        assert_eq!(counts.severities, severities);
        // Waiting.
        let accounts = counts.accounts.iter().map(|account| (account.id, account.count));
        assert_eq!(accounts.collect::<Vec<_>>(), [(1, 1), (2, 1)]);
    }

    #[test]
    fn the_chart_has_the_last_26_weeks_whichever_is_chosen() {
        let question = HistoryQuestion {
            week: Some(at("2026-03-02T00:00:00Z")),
            ..HistoryQuestion::default()
        };
        let weeks = found(&question).weeks;
        assert_eq!(weeks.len(), 26);
        assert_eq!(weeks[0].at, at("2025-09-22T00:00:00Z"));
        let counts: Vec<_> = weeks.iter().map(|week| week.count).collect();
        assert_eq!(counts[22..], [0, 1, 1, 3]);
        assert_eq!(counts[..22], [0; 22]);
    }
}
