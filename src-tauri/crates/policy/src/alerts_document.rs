//! How alerts are shown, as a policy or the preferences say it, before anything in it is checked.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How alerts are shown. What is left out is for the user to choose.
#[derive(Debug, Default, Deserialize, Serialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[schemars(rename = "Alerts")]
pub(crate) struct AlertsDocument {
    /// The least severity that makes a notification: medium or high. Low severity never makes one.
    #[schemars(regex(pattern = "^(medium|high)$"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) lowest_severity: Option<String>,
    /// Whether a notification names nobody and no subject.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) privacy: Option<bool>,
    /// When notifications wait, such as 22:00-07:00, or none.
    #[schemars(regex(pattern = "^(none|[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9])$"))]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) quiet_hours: Option<String>,
}
