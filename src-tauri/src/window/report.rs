//! The report that a user can copy for whoever helps: how Astray stands, with nothing in it that says who wrote to whom.

use tauri::State;

use super::{
    Office, all_settings,
    error::CommandError,
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
    let policy = &settings.policy;
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
        let message = redacted(&trouble.message);
        lines.push(say_with("report-trouble", &[("message", message.into())]));
    }
    for (at, account) in settings.accounts.iter().enumerate() {
        lines.extend(account_lines(at.saturating_add(1), account));
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

fn account_lines(number: usize, account: &AccountView) -> Vec<String> {
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
        let message = redacted(&account.detail);
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

/// A moment as anybody anywhere can read it.
fn written(at: i64) -> String {
    jiff::Timestamp::from_millisecond(at).map_or_else(|_| String::new(), |at| at.to_string())
}

/// The sentence without what it quotes, and without every word that may be an address, a server, a path or a user's name.
fn redacted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in without_quotes(text).split_inclusive(char::is_whitespace) {
        let name = word.trim_end();
        let space = word.get(name.len()..).unwrap_or_default();
        out.push_str(if is_name(name) { "…" } else { name });
        out.push_str(space);
    }
    out
}

/// The text with all that stands in quotation marks left out. A quotation that does not end leaves out the rest.
fn without_quotes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut until = None;
    for c in text.chars() {
        match until {
            Some(end) if c == end => until = None,
            Some(_) => {}
            None => {
                until = match c {
                    '“' => Some('”'),
                    '„' => Some('“'),
                    '"' => Some('"'),
                    _ => None,
                };
                out.push(if until.is_some() { '…' } else { c });
            }
        }
    }
    out
}

/// Whether a word may name somebody or some computer: it has an `@`, a slash, or a dot between other signs.
fn is_name(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', ';', ':', ')', '!', '?', '…']);
    word.contains(['@', '/', '\\', '[']) || word.contains('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_loses_whatever_may_name_somebody() {
        for (text, expected) in [
            (
                "mail.canary.example refused the sign-in of c.lerk@canary.example; it said “No canary here.”",
                "… refused the sign-in of … it said …",
            ),
            ("The disk is full.", "The disk is full."),
            (
                "/home/canary/policy.json cannot be used: “x y” is no domain: it has a dot too many",
                "… cannot be used: … is no domain: it has a dot too many",
            ),
            (
                "Der Server sagte „Guten canary“. Ende.",
                "Der Server sagte …. Ende.",
            ),
            (
                "what answers at [2001:db8::1] on port 993 is not an IMAP server",
                "what answers at … on port 993 is not an IMAP server",
            ),
        ] {
            assert_eq!(redacted(text), expected, "{text}");
        }
    }
}
