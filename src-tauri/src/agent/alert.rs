//! Alert → notification: what it says, safe to show, and how it is handed to the desktop.

use casebook::{Alert, IncidentId};
use lookalike::Severity;
use notify_rust::{Hint, Notification, NotificationHandle, Timeout, Urgency};

use crate::wording::{say, say_with};

/// The two actions' names on the bus; `default` is the click on the notification itself.
const REVIEW: &str = "review";
const RIGHT: &str = "right";

/// What a notification says. Plain text: markup is escaped when it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// Fixed words and a number: nothing from mail, since a summary cannot be escaped.
    pub(crate) title: String,
    /// At most three lines.
    pub(crate) body: String,
    /// The incident that “It's right” is about, where it tells of one alone.
    single: Option<IncidentId>,
    severity: Severity,
}

/// How the desktop wants its notifications at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Manners {
    /// Whether the server reads a body as markup (its capability `body-markup`).
    pub(crate) markup: bool,
    /// Whether the user does not want to be disturbed.
    pub(crate) do_not_disturb: bool,
}

/// What the user did with a notification.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Wants to see the incident.
    Review,
    /// Says that the message went where it should.
    Right,
    /// Closed it, or it went by itself.
    Closed,
}

impl Notice {
    /// One notice for all these alerts; none where there is none. `privacy` leaves out every name and subject.
    pub(crate) fn of(alerts: &[Alert], privacy: bool) -> Option<Self> {
        let first = alerts.first()?;
        let (title, body) = match alerts.len() {
            1 => (say("alert-title-one"), body_of_one(first)),
            count => (
                say_with("alert-title-many", &[("count", count.into())]),
                alerts.iter().take(3).map(sentence).collect::<Vec<_>>().join("\n"),
            ),
        };
        let severity = alerts.iter().map(|alert| alert.severity).max();
        Some(Self {
            title,
            body: if privacy { say("alert-body-private") } else { body },
            single: (alerts.len() == 1).then_some(first.incident),
            severity: severity.unwrap_or(Severity::Medium),
        })
    }

    /// A notice that tells of nothing, to see whether notifications are seen.
    pub(crate) fn test() -> Self {
        Self {
            title: say("alert-test-title"),
            body: say("alert-test-body"),
            single: None,
            severity: Severity::Medium,
        }
    }

    /// Hands the notification to the desktop; it has taken it when this returns.
    ///
    /// It comes in the place of the notification that the server knows under the number `replaces`.
    ///
    /// # Errors
    /// Where there is no session bus or no notification server.
    pub(crate) async fn show(
        &self,
        manners: Manners,
        replaces: Option<u32>,
    ) -> Result<NotificationHandle, notify_rust::error::Error> {
        let body = if manners.markup {
            escaped(&self.body)
        } else {
            self.body.clone()
        };
        let mut notification = Notification::new();
        notification
            .appname("Astray")
            .summary(&self.title)
            .body(&body)
            .icon("astray")
            .hint(Hint::DesktopEntry("astray".to_owned()))
            .hint(Hint::Category("email".to_owned()))
            .timeout(Timeout::Never)
            .urgency(self.urgency(manners.do_not_disturb))
            .action("default", &say("alert-review"))
            .action(REVIEW, &say("alert-review"));
        if self.single.is_some() {
            notification.action(RIGHT, &say("alert-right"));
        }
        if let Some(id) = replaces {
            notification.id(id);
        }
        notification.show_async().await
    }

    /// Servers show what is critical even to who does not want to be disturbed.
    const fn urgency(&self, do_not_disturb: bool) -> Urgency {
        match self.severity {
            Severity::High if !do_not_disturb => Urgency::Critical,
            Severity::High | Severity::Medium | Severity::Low => Urgency::Normal,
        }
    }
}

impl Answer {
    /// What an action of that name means.
    pub(crate) fn of_action(action: &str) -> Self {
        match action {
            RIGHT => Self::Right,
            REVIEW | "default" => Self::Review,
            _ => Self::Closed,
        }
    }
}

fn body_of_one(alert: &Alert) -> String {
    let mut lines = vec![sentence(alert)];
    if alert.more > 0 {
        lines.push(say_with("alert-body-more", &[("count", alert.more.into())]));
    }
    let subject = alert.subject.shown();
    if !subject.is_empty() {
        lines.push(subject);
    }
    lines.join("\n")
}

fn sentence(alert: &Alert) -> String {
    let meant = alert.lookalike_of.shown();
    say_with(
        "alert-body",
        &[("address", alert.address.shown().into()), ("meant", meant.into())],
    )
}

/// The body as the freedesktop specification's markup subset reads it back to the same text.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&apos;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
pub(super) mod tests {
    use message::{Address, Domain, HeaderText};

    use super::*;

    pub(crate) fn alert(id: i64, address: &str, subject: &str) -> Alert {
        Alert {
            incident: IncidentId::from(id),
            severity: Severity::High,
            address: Address::parse(address).unwrap(),
            lookalike_of: Domain::parse("army.mil").unwrap(),
            subject: HeaderText::clean(subject),
            more: 0,
        }
    }

    fn notice(alerts: &[Alert]) -> Notice {
        Notice::of(alerts, false).unwrap()
    }

    #[test]
    fn one_alert_says_where_it_went_and_where_it_was_meant_to_go() {
        let notice = notice(&[alert(1, "john.smith@army.ml", "Travel plans")]);
        assert_eq!(notice.title, "Possibly sent to the wrong place");
        assert_eq!(
            notice.body,
            "to john.smith@army.ml. Did you mean army.mil?\nTravel plans"
        );
    }

    #[test]
    fn several_alerts_make_one_notice() {
        let many: Vec<_> = (1..=5).map(|n| alert(n, "a@army.ml", "x")).collect();
        let notice = notice(&many);
        assert_eq!(notice.title, "5 messages possibly sent to the wrong place");
        assert_eq!((notice.body.lines().count(), notice.single), (3, None));
        assert_eq!(Notice::of(&[], false), None);
    }

    #[test]
    fn in_privacy_nothing_is_named() {
        for alerts in [
            vec![alert(1, "john.smith@army.ml", "Travel plans")],
            vec![alert(1, "a@army.ml", "x"), alert(2, "b@army.ml", "y")],
        ] {
            let notice = Notice::of(&alerts, true).unwrap();
            assert_eq!(notice.body, "Open Astray to see it.");
            assert!(!notice.title.contains("army"));
        }
    }

    #[test]
    fn urgency_follows_severity_and_disturbs_nobody_who_does_not_want_it() {
        for (severity, do_not_disturb, expected) in [
            (Severity::High, false, Urgency::Critical),
            (Severity::High, true, Urgency::Normal),
            (Severity::Medium, false, Urgency::Normal),
        ] {
            let alert = Alert {
                severity,
                ..alert(1, "a@army.ml", "x")
            };
            let urgency = notice(&[alert]).urgency(do_not_disturb);
            assert_eq!(urgency, expected, "{severity}, {do_not_disturb}");
        }
    }

    #[test]
    fn nothing_from_mail_becomes_markup_or_reorders_text() {
        let notice = notice(&[alert(
            1,
            "a@army.ml",
            "<a href=\"http://x\">pay</a> & \u{202E}go\r\nBody",
        )]);
        assert!(!notice.title.contains("pay"));
        assert_eq!(
            escaped(&notice.body).lines().last(),
            Some("&lt;a href=&quot;http://x&quot;&gt;pay&lt;/a&gt; &amp; U+202Ego Body")
        );
    }

    #[test]
    fn the_actions_of_the_notification_are_understood() {
        for (action, answer) in [
            ("default", Answer::Review),
            ("review", Answer::Review),
            ("right", Answer::Right),
            ("x", Answer::Closed),
        ] {
            assert_eq!(Answer::of_action(action), answer);
        }
    }
}
