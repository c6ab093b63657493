//! The report that a user can copy for whoever helps: how Astray stands, with nothing in it that says who wrote to whom.

use tauri::State;

use super::{
    Office, all_settings,
    error::CommandError,
    redaction::Redaction,
    settings_view::{AccountStateView, AccountView, SecurityView, SettingsView},
};
use crate::wording::{say, say_with};

/// The report, as text.
#[tauri::command]
#[specta::specta]
pub(crate) async fn report(office: State<'_, Office>) -> Result<String, CommandError> {
    let settings = all_settings::read(&office).await?;
    Ok(text(&settings, &Surroundings::of_this_computer()))
}

/// What a report says of the computer.
struct Surroundings {
    system: String,
    desktop: String,
}

impl Surroundings {
    fn of_this_computer() -> Self {
        let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
        let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
        let variable = |name| std::env::var(name).unwrap_or_default();
        Self {
            system: name.unwrap_or("Linux").trim_matches('"').to_owned(),
            desktop: format!(
                "{} {}",
                variable("XDG_CURRENT_DESKTOP"),
                variable("XDG_SESSION_TYPE")
            )
            .trim()
            .to_owned(),
        }
    }
}

fn text(settings: &SettingsView, around: &Surroundings) -> String {
    let (policy, redaction) = (&settings.policy, Redaction::of(settings));
    let mut lines = vec![
        say_with("report-title", &[("version", settings.version.as_str().into())]),
        say_with("report-system", &[("system", around.system.as_str().into())]),
        say_with("report-desktop", &[("desktop", around.desktop.as_str().into())]),
        say_with(
            "report-language",
            &[("locale", settings.speech.words.locale.as_str().into())],
        ),
        say_with(
            "report-policy",
            &[
                ("state", policy_state(settings).into()),
                ("protected", policy.protected.into()),
                ("trusted", policy.trusted.into()),
                ("known", policy.known.into()),
            ],
        ),
        say_with(
            "report-kept",
            &[
                (
                    "octets",
                    settings
                        .storage
                        .kept
                        .iter()
                        .map(|kept| kept.octets)
                        .sum::<u32>()
                        .into(),
                ),
                ("days", settings.storage.retention_days.into()),
            ],
        ),
    ];
    for trouble in &settings.troubles {
        let message = redaction.of_sentence(&trouble.message);
        lines.push(say_with("report-trouble", &[("message", message.into())]));
    }
    for (at, account) in settings.accounts.iter().enumerate() {
        lines.extend(account_lines(at.saturating_add(1), account, &redaction));
    }
    lines.push(say("report-left-out"));
    lines.join("\n")
}

fn policy_state(settings: &SettingsView) -> &'static str {
    match (&settings.policy.error, settings.policy.present) {
        (Some(_), _) => "broken",
        (None, true) => "present",
        (None, false) => "absent",
    }
}

fn account_lines(number: usize, account: &AccountView, redaction: &Redaction) -> Vec<String> {
    let domain = account.address.rsplit('@').next().unwrap_or_default();
    let is_own = account
        .host
        .strip_suffix(domain)
        .is_some_and(|rest| rest.is_empty() || rest.ends_with('.'));
    let mut lines = vec![
        say_with(
            "report-account",
            &[
                ("number", number.into()),
                ("server", if is_own { "own" } else { "other" }.into()),
                ("port", account.port.to_string().into()),
                (
                    "security",
                    match account.security {
                        SecurityView::Implicit => "TLS",
                        SecurityView::Starttls => "STARTTLS",
                    }
                    .into(),
                ),
            ],
        ),
        say_with(
            "report-watch",
            &[
                ("state", state(account.state).into()),
                (
                    "looked",
                    match account.last_checked_at {
                        Some(_) => "once",
                        None => "never",
                    }
                    .into(),
                ),
                (
                    "at",
                    account.last_checked_at.map(written).unwrap_or_default().into(),
                ),
                ("checked", account.checked.into()),
                ("unread", account.unread_messages.into()),
                ("vanished", account.vanished.into()),
            ],
        ),
    ];
    if !account.detail.is_empty() {
        let message = redaction.of_sentence(&account.detail);
        lines.push(say_with("report-trouble", &[("message", message.into())]));
    }
    lines
}

const fn state(state: AccountStateView) -> &'static str {
    match state {
        AccountStateView::Watching => "watching",
        AccountStateView::Connecting => "connecting",
        AccountStateView::Trouble => "trouble",
        AccountStateView::Paused => "paused",
    }
}

/// A moment as anybody anywhere can read it: whoever helps may be in another zone.
fn written(at: i64) -> String {
    jiff::Timestamp::from_millisecond(at).map_or_else(
        |_| String::new(),
        |at| at.strftime("%Y-%m-%d %H:%M:%S UTC").to_string(),
    )
}
