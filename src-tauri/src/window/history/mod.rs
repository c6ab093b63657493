//! Commands of the place `history`.

mod calendar;
pub(super) mod export;
mod finding;
mod question;
mod view;
pub(super) mod watching;

use casebook::{Casebook, HistoryItem, IncidentId};
use jiff::tz::TimeZone;
use message::Timestamp;
use tauri::State;

use super::{
    Office,
    error::CommandError,
    view::{AddressPair, HistoryRow},
};
use finding::{Finding, find};
use question::HistoryQuestion;
pub(super) use view::HistoryView;

/// Lines that come with the answer: those that are in sight at first.
const FIRST: usize = 40;

/// Lines that may be asked for at once.
const MOST: usize = 500;

/// The incidents that a question finds, in parts, and the first of their lines.
#[tauri::command]
#[specta::specta]
pub(crate) async fn history(
    office: State<'_, Office>,
    question: HistoryQuestion,
) -> Result<HistoryView, CommandError> {
    office.desk(move |casebook| answer(casebook, &question)).await
}

/// The lines of these incidents, of which at most 500 may be asked for at once.
#[tauri::command]
#[specta::specta]
pub(crate) async fn history_rows(
    office: State<'_, Office>,
    ids: Vec<i64>,
) -> Result<Vec<HistoryRow>, CommandError> {
    office
        .desk(move |casebook| rows_of(casebook, ids.into_iter().take(MOST)))
        .await
}

/// What is shown when nothing was asked for yet.
pub(super) fn everything(casebook: &Casebook) -> Result<HistoryView, casebook::Error> {
    answer(casebook, &HistoryQuestion::default())
}

fn answer(casebook: &Casebook, question: &HistoryQuestion) -> Result<HistoryView, casebook::Error> {
    let finding = look(casebook, question)?;
    let rows = rows_of(casebook, finding.ids().take(FIRST))?;
    let Finding {
        parts,
        mut counts,
        weeks,
    } = finding;
    for (id, address) in casebook.accounts_with_incidents()? {
        let mut accounts = counts.accounts.iter_mut();
        if let Some(account) = accounts.find(|account| account.id == id.value()) {
            account.address = address.shown();
        }
    }
    Ok(HistoryView {
        found: u32::try_from(parts.iter().map(|part| part.ids.len()).sum::<usize>()).unwrap_or(u32::MAX),
        parts,
        rows,
        counts,
        weeks,
    })
}

fn look(casebook: &Casebook, question: &HistoryQuestion) -> Result<Finding, casebook::Error> {
    let now = watch::now();
    let index = casebook.index(&question.search, now)?;
    Ok(find(index, question, now.millis(), &TimeZone::system()))
}

fn rows_of(casebook: &Casebook, ids: impl Iterator<Item = i64>) -> Result<Vec<HistoryRow>, casebook::Error> {
    let now = watch::now();
    let ids: Vec<IncidentId> = ids.map(IncidentId::from).collect();
    Ok(casebook
        .history_items(&ids)?
        .iter()
        .map(|item| row_of(item, now))
        .collect())
}

pub(super) fn row_of(item: &HistoryItem, now: Timestamp) -> HistoryRow {
    HistoryRow {
        id: item.id.value(),
        address: AddressPair::new(&item.address, &item.lookalike_of),
        more: item.more,
        subject: item.subject.shown(),
        sent_at: item.sent_at.millis(),
        state: item.state.into(),
        severity: item.severity.into(),
        delivery: item.delivery(now).into(),
    }
}
