//! Status → Menu: what the tray shows, as a plain value that can be compared. Pure.

use message::Timestamp;
use watch::{AccountState, AccountStatus, WatchStatus};

use super::status::Mood;
use crate::wording::{say, say_with};

/// What the tray shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Menu {
    /// Which icon.
    pub(crate) mood: Mood,
    /// How many incidents wait, beside the icon where the desktop shows that; empty for none.
    pub(crate) count: String,
    /// The entries from top to bottom.
    pub(crate) entries: Vec<Entry>,
}

/// One line of the menu.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// Can be chosen.
    Choice(Choice, String),
    /// Only says something.
    Line(String),
    /// A rule.
    Rule,
}

/// What can be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// Open the window.
    Open,
    /// Open the window where it says what hinders the watch, and what to do about it.
    Mend,
    /// Open the window where incidents wait.
    NeedsYou,
    /// Look at every mailbox at once.
    CheckNow,
    /// Stop watching for an hour.
    PauseHour,
    /// Stop watching until tomorrow morning.
    PauseTomorrow,
    /// Watch again.
    Resume,
    /// Open the settings.
    Settings,
    /// End Astray.
    Quit,
}

impl Choice {
    const ALL: [Self; 9] = [
        Self::Open,
        Self::Mend,
        Self::NeedsYou,
        Self::CheckNow,
        Self::PauseHour,
        Self::PauseTomorrow,
        Self::Resume,
        Self::Settings,
        Self::Quit,
    ];

    /// The name by which the tray library reports the choice.
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Mend => "mend",
            Self::NeedsYou => "needs-you",
            Self::CheckNow => "check-now",
            Self::PauseHour => "pause-hour",
            Self::PauseTomorrow => "pause-tomorrow",
            Self::Resume => "resume",
            Self::Settings => "settings",
            Self::Quit => "quit",
        }
    }

    /// The choice of that name.
    pub(crate) fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|choice| choice.id() == id)
    }
}

impl Menu {
    /// The menu for a status; `clock` writes a time as the user's desktop does, "10:42".
    pub(crate) fn of(status: &WatchStatus, clock: impl Fn(Timestamp) -> String) -> Self {
        let mut entries = vec![
            Entry::Choice(Choice::Open, say("tray-open")),
            status_line(status, clock),
        ];
        if status.needs_you > 0 {
            entries.push(Entry::Choice(
                Choice::NeedsYou,
                say_with("tray-needs-you", &[("count", status.needs_you.into())]),
            ));
        }
        entries.push(Entry::Rule);
        entries.push(Entry::Choice(Choice::CheckNow, say("tray-check-now")));
        if status.paused_until.is_some() {
            entries.push(Entry::Choice(Choice::Resume, say("tray-resume")));
        } else {
            entries.push(Entry::Choice(Choice::PauseHour, say("tray-pause-hour")));
            entries.push(Entry::Choice(Choice::PauseTomorrow, say("tray-pause-tomorrow")));
        }
        entries.push(Entry::Rule);
        entries.push(Entry::Choice(Choice::Settings, say("tray-settings")));
        entries.push(Entry::Choice(Choice::Quit, say("tray-quit")));
        Self {
            mood: Mood::of(status),
            count: match status.needs_you {
                0 => String::new(),
                count @ 1..=99 => count.to_string(),
                _ => "99+".to_owned(),
            },
            entries,
        }
    }
}

/// The line that says how the watch stands. Where the user can mend something, it can be chosen, and leads there.
fn status_line(status: &WatchStatus, clock: impl Fn(Timestamp) -> String) -> Entry {
    if let Some(until) = status.paused_until {
        return Entry::Line(say_with("tray-paused", &[("time", clock(until).into())]));
    }
    if status.accounts.is_empty() {
        return Entry::Choice(Choice::Mend, say("tray-no-account"));
    }
    let is_so = |state| move |account: &&AccountStatus| account.state == state;
    let troubled: Vec<_> = status
        .accounts
        .iter()
        .filter(is_so(AccountState::Trouble))
        .collect();
    if let Some(first) = troubled.first() {
        let must_sign_in = troubled.iter().any(|account| account.needs_sign_in());
        let values = [
            ("count", troubled.len().into()),
            ("account", first.address.shown().into()),
            ("remedy", if must_sign_in { "sign-in" } else { "none" }.into()),
        ];
        return Entry::Choice(Choice::Mend, say_with("tray-cannot-watch", &values));
    }
    let watching = status
        .accounts
        .iter()
        .filter(is_so(AccountState::Watching))
        .count();
    Entry::Line(match status.last_checked_at {
        Some(at) if watching > 0 => say_with(
            "tray-watching",
            &[("count", watching.into()), ("time", clock(at).into())],
        ),
        Some(_) | None => say("tray-connecting"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use message::Address;

    fn status(states: &[AccountState]) -> WatchStatus {
        let accounts = states
            .iter()
            .map(|&state| AccountStatus::for_tests(Address::parse("a.clerk@acme.example").unwrap(), state));
        WatchStatus {
            accounts: accounts.collect(),
            needs_you: 0,
            paused_until: None,
            last_checked_at: Some(Timestamp::from_millis(0)),
        }
    }

    fn check(status: &WatchStatus, mood: Mood, expected: &[&str]) {
        let menu = Menu::of(status, |_| "10:42".to_owned());
        let shown: Vec<String> = menu
            .entries
            .into_iter()
            .map(|entry| match entry {
                Entry::Choice(_, label) => label,
                Entry::Line(line) => format!("({line})"),
                Entry::Rule => "--".to_owned(),
            })
            .collect();
        assert_eq!((menu.mood, shown.join(" | ")), (mood, expected.join(" | ")));
    }

    const REST: &str = "-- | Check now | Pause for 1 hour | Pause until tomorrow | -- | Settings | Quit";

    #[test]
    fn the_menu_says_how_the_watch_stands() {
        let two = status(&[AccountState::Watching, AccountState::Watching]);
        check(
            &two,
            Mood::Watching,
            &["Open Astray", "(Watching 2 mailboxes, checked 10:42)", REST],
        );
        check(
            &WatchStatus {
                needs_you: 3,
                ..two.clone()
            },
            Mood::NeedsYou,
            &[
                "Open Astray",
                "(Watching 2 mailboxes, checked 10:42)",
                "3 messages need you",
                REST,
            ],
        );
        check(
            &status(&[AccountState::Connecting]),
            Mood::Watching,
            &["Open Astray", "(Connecting…)", REST],
        );
        check(
            &WatchStatus {
                paused_until: Some(Timestamp::from_millis(1)),
                ..two
            },
            Mood::Paused,
            &[
                "Open Astray",
                "(Paused until 10:42)",
                "-- | Check now | Resume | -- | Settings | Quit",
            ],
        );
    }

    #[test]
    fn what_can_be_mended_can_be_chosen() {
        check(
            &status(&[AccountState::Watching, AccountState::Trouble]),
            Mood::CannotWatch,
            &["Open Astray", "Cannot watch a.clerk@acme.example", REST],
        );
        let mut refused = status(&[AccountState::Watching, AccountState::Trouble]);
        refused.accounts[1].is_refused = true;
        check(
            &refused,
            Mood::CannotWatch,
            &[
                "Open Astray",
                "Cannot watch a.clerk@acme.example: sign in again",
                REST,
            ],
        );
        check(
            &status(&[
                AccountState::Trouble,
                AccountState::Watching,
                AccountState::Trouble,
            ]),
            Mood::CannotWatch,
            &["Open Astray", "Cannot watch 2 mailboxes", REST],
        );
        check(
            &status(&[]),
            Mood::CannotWatch,
            &["Open Astray", "No mail account yet", REST],
        );
    }

    #[test]
    fn a_choice_is_known_by_its_name() {
        for choice in Choice::ALL {
            assert_eq!(Choice::parse(choice.id()), Some(choice));
        }
    }
}
