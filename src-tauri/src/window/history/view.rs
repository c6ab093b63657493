//! What the place `history` is shown. Times are milliseconds since 1970, UTC.

use serde::Serialize;
use specta::Type;

use crate::window::view::{DeliveryView, HistoryRow, SeverityView, StateView};

/// What a question finds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct HistoryView {
    /// How many incidents are found.
    pub(crate) found: u32,
    /// They, in parts: first what is not settled, then the rest by day, severity or domain.
    pub(crate) parts: Vec<Part>,
    /// The lines that are seen first.
    pub(crate) rows: Vec<HistoryRow>,
    /// How many each value of a filter finds, with the other filters as they are.
    pub(crate) counts: Counts,
    /// The last 26 weeks, oldest first, with all filters but that of the week.
    pub(crate) weeks: Vec<Week>,
}

/// Incidents under one heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct Part {
    /// The heading.
    pub(crate) heading: Heading,
    /// Their numbers, in order.
    pub(crate) ids: Vec<i64>,
}

/// What the incidents of a part have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(tag = "by", content = "value", rename_all = "camelCase")]
pub(crate) enum Heading {
    /// How they stand: not settled.
    State(StateView),
    /// The day on which they were sent, by its first moment.
    Day(i64),
    /// How bad they are.
    Severity(SeverityView),
    /// The domain that they went to.
    Domain(String),
}

/// How many incidents each value of a filter finds. A value that no incident has, whatever the filters, is not there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Type)]
pub(crate) struct Counts {
    /// By how they stand.
    pub(crate) states: Vec<(StateView, u32)>,
    /// By how bad they are.
    pub(crate) severities: Vec<(SeverityView, u32)>,
    /// By what is known of the delivery.
    pub(crate) deliveries: Vec<(DeliveryView, u32)>,
    /// By the account that they were sent from.
    pub(crate) accounts: Vec<AccountCount>,
}

/// How many incidents an account has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct AccountCount {
    /// The account's number.
    pub(crate) id: i64,
    /// Its address.
    pub(crate) address: String,
    /// How many.
    pub(crate) count: u32,
}

/// A week and its incidents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct Week {
    /// Its first moment.
    pub(crate) at: i64,
    /// How many.
    pub(crate) count: u32,
}
