//! What the history is asked for: a search, filters and an order. Pure.

use std::cmp::Reverse;

use casebook::IndexItem;
use serde::{Deserialize, Serialize};
use specta::Type;

use crate::window::view::{DeliveryView, SeverityView, StateView};

/// What is to be shown. A filter without values lets all through.
#[derive(Clone, Debug, Default, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HistoryQuestion {
    /// Words that address, meant domain and subject hold.
    pub(crate) search: String,
    /// How the incidents stand.
    pub(crate) states: Vec<StateView>,
    /// How bad they are.
    pub(crate) severities: Vec<SeverityView>,
    /// What is known of the deliveries.
    pub(crate) deliveries: Vec<DeliveryView>,
    /// From which accounts the messages were sent.
    pub(crate) accounts: Vec<i64>,
    /// The first moment of the week in which the messages were sent.
    pub(crate) week: Option<i64>,
    /// In which order.
    pub(crate) sort: Sort,
}

/// The order of the history.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Sort {
    /// Newest first.
    #[default]
    Newest,
    /// Oldest first.
    Oldest,
    /// The gravest first, the newest first among equals.
    Severity,
    /// By the domain that they went to, the newest first within one.
    Domain,
}

/// The filters, each by its place in [`HistoryQuestion::misses`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Filter {
    State,
    Severity,
    Delivery,
    Account,
    Week,
}

impl HistoryQuestion {
    /// The filter that an incident falls through, where it is one alone: what a value of that filter would find besides.
    pub(super) fn misses(&self, item: &IndexItem, week: Option<i64>) -> Misses {
        let misses = [
            (Filter::State, is_missing(&self.states, &item.state.into())),
            (
                Filter::Severity,
                is_missing(&self.severities, &item.severity.into()),
            ),
            (
                Filter::Delivery,
                is_missing(&self.deliveries, &item.delivery.into()),
            ),
            (Filter::Account, is_missing(&self.accounts, &item.account.value())),
            (Filter::Week, self.week.is_some() && self.week != week),
        ];
        let mut missed = misses
            .into_iter()
            .filter_map(|(filter, misses)| misses.then_some(filter));
        match (missed.next(), missed.next()) {
            (None, _) => Misses::None,
            (Some(filter), None) => Misses::Only(filter),
            (Some(_), Some(_)) => Misses::Several,
        }
    }

    /// Puts incidents, which come newest first, in the order that is asked for.
    pub(super) fn sort(&self, items: &mut [IndexItem]) {
        match self.sort {
            Sort::Newest => {}
            Sort::Oldest => items.reverse(),
            Sort::Severity => items.sort_by_key(|item| Reverse(item.severity)),
            Sort::Domain => items.sort_by(|a, b| a.domain.cmp(&b.domain)),
        }
    }
}

/// Through which filters an incident falls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Misses {
    /// Through none: it is shown.
    None,
    /// Through this one alone.
    Only(Filter),
    /// Through more than one.
    Several,
}

impl Misses {
    /// Whether the incident would be shown if that filter were not there.
    pub(super) fn all_but(self, filter: Filter) -> bool {
        self == Self::None || self == Self::Only(filter)
    }
}

fn is_missing<T: PartialEq>(wanted: &[T], value: &T) -> bool {
    !wanted.is_empty() && !wanted.contains(value)
}
