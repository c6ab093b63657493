//! The window's first question: where it is to begin.

use tauri::State;

use super::{Office, view::RouteView, view_of};

/// The place to show first.
#[tauri::command]
#[specta::specta]
#[expect(
    clippy::needless_pass_by_value,
    reason = "Tauri hands a command its state by value"
)]
pub(crate) fn start(office: State<'_, Office>) -> RouteView {
    view_of(office.route)
}
