//! What the settings show of how Astray behaves, and what they send.

use serde::{Deserialize, Serialize};
use specta::Type;

use super::start::{LanguageView, WordsView};

/// How alerts are shown, and what of that the organisation fixed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AlertsView {
    /// Whether only the most serious make a notification.
    pub(crate) only_high: bool,
    /// Whether a notification names nobody and no subject.
    pub(crate) privacy: bool,
    /// When notifications wait.
    pub(crate) quiet_hours: Option<QuietView>,
    /// Whether the first is fixed.
    pub(crate) severity_is_fixed: bool,
    /// Whether the second is fixed.
    pub(crate) privacy_is_fixed: bool,
    /// Whether the third is fixed.
    pub(crate) quiet_hours_are_fixed: bool,
}

/// Two times of day as a form writes them, `22:00`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct QuietView {
    /// When they begin.
    pub(crate) from: String,
    /// When they end.
    pub(crate) until: String,
}

/// How alerts are to be shown.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AlertsInput {
    /// Whether only the most serious make a notification.
    pub(crate) only_high: bool,
    /// Whether a notification names nobody and no subject.
    pub(crate) privacy: bool,
    /// When notifications wait.
    pub(crate) quiet_hours: Option<QuietView>,
}

/// The language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct SpeechView {
    /// What the user chose; none for the desktop's.
    pub(crate) chosen: Option<LanguageView>,
    /// What is spoken.
    pub(crate) words: WordsView,
}

/// Whether the desktop starts Astray when the user signs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Type)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AutostartView {
    /// Whether it does.
    pub(crate) is_on: bool,
    /// Whether the organisation fixed that.
    pub(crate) is_fixed: bool,
}
