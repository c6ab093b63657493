//! Alert → notification: what it says, safe to show, and how it is handed to the desktop.

use casebook::{Alert, IncidentId};
use lookalike::Severity;
use notify_rust::{Hint, Notification, NotificationHandle, Timeout, Urgency};

use crate::wording::{say, say_with};

/// The other action's name on the bus; `default` is the click on the notification itself.
const RIGHT: &str = "right";

/// What a notification says. Plain text: markup is escaped when it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// Fixed words and a number: nothing from mail, since a summary cannot be escaped.
    pub(crate) title: String,
    /// At most three lines.
    pub(crate) body: String,
    /// The incidents that it tells of.
    pub(crate) incidents: Vec<IncidentId>,
    severity: Severity,
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
    /// One notice for all alerts that are due; none when none is.
    pub(crate) fn of(alerts: &[Alert]) -> Option<Self> {
        let first = alerts.first()?;
        let (title, body) = match alerts.len() {
            1 => (say("alert-title-one"), body_of_one(first)),
            count => (
                say_with("alert-title-many", &[("count", count.into())]),
                alerts.iter().take(3).map(sentence).collect::<Vec<_>>().join("\n"),
            ),
        };
        let severity = alerts
            .iter()
            .map(|alert| alert.severity)
            .max()
            .unwrap_or(Severity::Medium);
        Some(Self {
            title,
            body,
            incidents: alerts.iter().map(|alert| alert.incident).collect(),
            severity,
        })
    }

    /// Hands the notification to the desktop; it has taken it when this returns.
    ///
    /// `markup` says whether the server reads the body as markup (its capability `body-markup`).
    ///
    /// # Errors
    /// Where there is no session bus or no notification server.
    pub(crate) async fn show(&self, markup: bool) -> Result<NotificationHandle, notify_rust::error::Error> {
        let body = if markup {
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
            .urgency(match self.severity {
                Severity::High => Urgency::Critical,
                Severity::Medium | Severity::Low => Urgency::Normal,
            })
            .action("default", &say("alert-review"))
            .action(Answer::REVIEW, &say("alert-review"));
        if self.incidents.len() == 1 {
            notification.action(RIGHT, &say("alert-right"));
        }
        notification.show_async().await
    }
}

impl Answer {
    /// The action's name on the bus that means [`Self::Review`].
    pub(crate) const REVIEW: &str = "review";

    /// What an action of that name means.
    pub(crate) fn of_action(action: &str) -> Self {
        match action {
            RIGHT => Self::Right,
            Self::REVIEW | "default" => Self::Review,
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
pub(crate) fn escaped(text: &str) -> String {
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
mod tests {
    use message::{Address, Domain, HeaderText};

    use super::*;

    fn alert(id: i64, address: &str, subject: &str) -> Alert {
        Alert {
            incident: IncidentId::from(id),
            severity: Severity::High,
            address: Address::parse(address).unwrap(),
            lookalike_of: Domain::parse("army.mil").unwrap(),
            subject: HeaderText::clean(subject),
            more: 0,
        }
    }

    #[test]
    fn one_alert_says_where_it_went_and_where_it_was_meant_to_go() {
        let notice = Notice::of(&[alert(1, "john.smith@army.ml", "Travel plans")]).unwrap();
        assert_eq!(notice.title, "Possibly sent to the wrong place");
        assert_eq!(
            notice.body,
            "to john.smith@army.ml. Did you mean army.mil?\nTravel plans"
        );
    }

    #[test]
    fn several_alerts_make_one_notice() {
        let many: Vec<_> = (1..=5).map(|n| alert(n, "a@army.ml", "x")).collect();
        let notice = Notice::of(&many).unwrap();
        assert_eq!(notice.title, "5 messages possibly sent to the wrong place");
        assert_eq!((notice.body.lines().count(), notice.incidents.len()), (3, 5));
        assert_eq!(Notice::of(&[]), None);
    }

    #[test]
    fn nothing_from_mail_becomes_markup_or_reorders_text() {
        let notice = Notice::of(&[alert(
            1,
            "a@army.ml",
            "<a href=\"http://x\">pay</a> & \u{202E}go\r\nBody",
        )])
        .unwrap();
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
