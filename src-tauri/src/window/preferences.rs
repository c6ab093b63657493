//! Commands of the place `settings` that concern how Astray behaves: alerts, language, the start at sign-in.

use lookalike::Severity;
use policy::{AlertChoices, Alerts, Policy, Preferences, QuietHours};
use tauri::State;

use super::{
    Office, all_settings, away,
    error::{CommandError, ErrorCode},
    preferences_view::{AlertsInput, AlertsView, QuietView, SpeechView},
    settings_view::SettingsView,
    start::{LanguageView, WordsView},
};
use crate::{
    autostart,
    channel::Request,
    wording::{self, say},
};

/// Changes how alerts are shown. What the organisation fixed stays as it is, whatever is said here.
#[tauri::command]
#[specta::specta]
pub(crate) async fn change_alerts(
    office: State<'_, Office>,
    input: AlertsInput,
) -> Result<SettingsView, CommandError> {
    let quiet_hours = input
        .quiet_hours
        .map(|QuietView { from, until }| QuietHours::parse(&format!("{from}-{until}")).ok_or_else(no_hours))
        .transpose()?;
    let lowest_severity = match input.only_high {
        true => Severity::High,
        false => Severity::Medium,
    };
    change(&office, move |preferences| {
        preferences.alerts = AlertChoices {
            lowest_severity: Some(lowest_severity),
            privacy: Some(input.privacy),
            quiet_hours: Some(quiet_hours),
        };
        Ok(())
    })
    .await
}

/// Has the agent show a notification that tells of nothing.
#[tauri::command]
#[specta::specta]
pub(crate) async fn test_alert(office: State<'_, Office>) -> Result<(), CommandError> {
    let failed = |message, hint| CommandError {
        code: ErrorCode::Failed,
        message: say(message),
        hint: say(hint),
        field: None,
    };
    match office.agent(Request::TestAlert).await {
        Some(status) if status.notifies => Ok(()),
        Some(_) => Err(failed(
            "trouble-no-notifications",
            "trouble-no-notifications-hint",
        )),
        None => Err(failed("trouble-agent-away", "trouble-agent-away-hint")),
    }
}

/// Chooses a language; none to speak the desktop's.
#[tauri::command]
#[specta::specta]
pub(crate) async fn choose_language(
    office: State<'_, Office>,
    language: Option<LanguageView>,
) -> Result<SettingsView, CommandError> {
    change(&office, move |preferences| {
        preferences.language = language.map(Into::into);
        Ok(())
    })
    .await
}

/// Has the desktop start Astray when the user signs in, or not.
#[tauri::command]
#[specta::specta]
pub(crate) async fn set_autostart(
    office: State<'_, Office>,
    is_wanted: bool,
) -> Result<SettingsView, CommandError> {
    let (entry, policy) = (office.paths.autostart_path(), office.paths.policy_path());
    let set = away(move || {
        let fixed = Policy::read(&policy).unwrap_or_default().autostart;
        autostart::set(&entry, fixed.unwrap_or(is_wanted))
    });
    set.await?.map_err(|error| CommandError {
        code: ErrorCode::NotSaved,
        hint: say("error-not-saved-hint"),
        ..CommandError::unexpected(&error)
    })?;
    all_settings::read(&office).await
}

/// Changes the user's file, and has the agent read it.
pub(super) async fn change(
    office: &Office,
    edit: impl FnOnce(&mut Preferences) -> Result<(), CommandError> + Send + 'static,
) -> Result<SettingsView, CommandError> {
    let path = office.paths.preferences_path();
    away(move || {
        let mut preferences = Preferences::read(&path)?;
        edit(&mut preferences)?;
        preferences.write(&path).map_err(CommandError::from)
    })
    .await??;
    let _status = office.agent(Request::PreferencesChanged).await;
    all_settings::read(office).await
}

fn no_hours() -> CommandError {
    CommandError::field("quietHours", say("error-bad-hours"), say("error-bad-hours-hint"))
}

/// How alerts are shown, and which of that is fixed.
pub(super) fn alerts_view(policy: &Policy, preferences: &Preferences) -> AlertsView {
    let alerts = Alerts::of(policy, preferences);
    let hours = |hours: QuietHours| QuietView {
        from: hours.from(),
        until: hours.until(),
    };
    AlertsView {
        only_high: alerts.lowest_severity == Severity::High,
        privacy: alerts.privacy,
        quiet_hours: alerts.quiet_hours.map(hours),
        severity_is_fixed: policy.alerts.lowest_severity.is_some(),
        privacy_is_fixed: policy.alerts.privacy.is_some(),
        quiet_hours_are_fixed: policy.alerts.quiet_hours.is_some(),
    }
}

/// The language that was chosen, and the one that is spoken from now on.
pub(super) fn speech_view(preferences: &Preferences) -> SpeechView {
    SpeechView {
        chosen: preferences.language.map(LanguageView::from),
        words: WordsView::of(&wording::speak(preferences.language)),
    }
}
