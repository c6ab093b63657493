//! Wishes: how the agent is to behave, as the organisation fixed and the user chose.

use paths::Paths;
use policy::{Alerts, Policy, Preferences};

use crate::{
    autostart,
    wording::{self, Locale},
};

/// What the agent goes by. The domains are the watch's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Wishes {
    /// How it speaks.
    pub(crate) locale: Locale,
    /// How alerts are shown.
    pub(crate) alerts: Alerts,
    /// Whether it starts when the user signs in, where the organisation fixed that.
    autostart: Option<bool>,
}

impl Wishes {
    /// Reads both files, and speaks the language that was chosen from now on. A file that cannot be used wishes nothing: the watch
    /// says what is wrong with it. Blocks.
    pub(crate) fn read(paths: &Paths) -> Self {
        let policy = Policy::read(&paths.policy_path()).unwrap_or_default();
        let preferences = Preferences::read(&paths.preferences_path()).unwrap_or_default();
        Self {
            locale: wording::speak(preferences.language),
            alerts: Alerts::of(&policy, &preferences),
            autostart: policy.autostart,
        }
    }

    /// Has the desktop start Astray, or not, where the organisation fixed that. Blocks.
    pub(crate) fn enforce(&self, paths: &Paths) {
        let set = self
            .autostart
            .map(|is_wanted| autostart::set(&paths.autostart_path(), is_wanted));
        if let Some(Err(error)) = set {
            tracing::warn!("whether Astray starts at sign-in could not be changed: {error}");
        }
    }
}
