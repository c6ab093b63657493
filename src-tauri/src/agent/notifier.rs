//! The notifier: alerts out, answers back, at the times and with the words that are wished for.

use std::time::{Duration, Instant};

use casebook::{Alert, IncidentId};
use notify_rust::NotificationHandle;
use policy::Alerts;
use tokio::sync::mpsc::UnboundedSender;
use zbus::Connection;

use super::{
    alert::{Answer, Manners, Notice},
    answers::Answers,
    bulletins::{Bulletin, Bulletins},
    do_not_disturb, local_time,
    session_bus::Markup,
    tick::Tick,
};

/// How long quiet hours are waited for at once: a computer that slept must not be late by as much.
const LOOK: Duration = Duration::from_secs(5 * 60);

/// What became of a notification, by the bulletin's number.
#[derive(Clone, Copy, Debug)]
pub(super) enum Notified {
    /// The server took it, under this number of its own.
    Taken(u64, u32),
    /// The server is away or refused it.
    Refused(u64),
    /// The user answered.
    Answered(u64, Answer),
}

/// Shows notices and reports what became of them.
pub(super) struct Notifier {
    ticks: UnboundedSender<Tick>,
    bulletins: Bulletins,
    markup: bool,
    is_woken: bool,
}

impl Notifier {
    pub(super) fn new(ticks: UnboundedSender<Tick>) -> Self {
        Self {
            ticks,
            bulletins: Bulletins::default(),
            markup: true,
            is_woken: false,
        }
    }

    /// Takes note of how the server reads a body. Until one has said so it is escaped: wrong signs are better than foreign markup.
    pub(super) fn set_markup(&mut self, server: Option<Markup>) {
        self.markup = server.is_none_or(|Markup(markup)| markup);
    }

    /// Takes the alerts that are due, and shows them where it is time. Those that nobody wants to be told of are returned.
    pub(super) fn take(&mut self, alerts: Vec<Alert>, wishes: Alerts) -> Vec<IncidentId> {
        let (wanted, passed_over): (Vec<Alert>, Vec<Alert>) = alerts
            .into_iter()
            .partition(|alert| alert.severity >= wishes.lowest_severity);
        self.bulletins.add(wanted);
        self.show(wishes);
        passed_over.iter().map(|alert| alert.incident).collect()
    }

    /// Shows what is due, or sees to it that this is asked again in time.
    fn show(&mut self, wishes: Alerts) {
        let minute = local_time::minute_of_day();
        if let Some(quiet) = wishes.quiet_hours.filter(|quiet| quiet.holds(minute)) {
            if self.bulletins.hold() {
                let left = Duration::from_secs(u64::from(quiet.left(minute)).saturating_mul(60));
                self.wake(left.clamp(Duration::from_secs(1), LOOK));
            }
            return;
        }
        let now = Instant::now();
        if let Some(bulletin) = self.bulletins.next(now) {
            self.hand_over(&bulletin, wishes.privacy);
        } else if let Some(wait) = self.bulletins.wait(now) {
            self.wake(wait);
        }
    }

    /// Shows a notice that tells of nothing.
    pub(super) fn test(&self) {
        let (markup, ticks) = (self.markup, self.ticks.clone());
        tauri::async_runtime::spawn(async move {
            if let Err(error) = show(&Notice::test(), markup, None).await {
                tracing::warn!("the test notification could not be shown: {error:#}");
                let _agent_ended = ticks.send(Tick::Notified(Notified::Refused(0)));
            }
        });
    }

    /// The server took a notice: the incidents that it is the first to tell of.
    pub(super) fn taken(&mut self, number: u64, id: u32, wishes: Alerts) -> Vec<IncidentId> {
        let told = self.bulletins.taken(number, id);
        self.show(wishes);
        told
    }

    pub(super) fn refused(&mut self, number: u64) {
        self.bulletins.refused(number);
    }

    /// The incidents that the user answered for.
    pub(super) fn answered(&mut self, number: u64) -> Vec<IncidentId> {
        self.bulletins.answered(number)
    }

    /// Called when a wake-up came that [`Tick::AlertsDue`] says.
    pub(super) fn woken(&mut self, wishes: Alerts) {
        self.is_woken = false;
        self.show(wishes);
    }

    fn wake(&mut self, after: Duration) {
        if std::mem::replace(&mut self.is_woken, true) {
            return;
        }
        let ticks = self.ticks.clone();
        tauri::async_runtime::spawn(async move {
            tokio::time::sleep(after).await;
            let _agent_ended = ticks.send(Tick::AlertsDue);
        });
    }

    fn hand_over(&self, bulletin: &Bulletin, privacy: bool) {
        if let Some(notice) = Notice::of(&bulletin.alerts, privacy) {
            let (markup, ticks) = (self.markup, self.ticks.clone());
            tauri::async_runtime::spawn(shown(notice, bulletin.number, bulletin.replaces, markup, ticks));
        }
    }
}

async fn shown(
    notice: Notice,
    number: u64,
    replaces: Option<u32>,
    markup: bool,
    ticks: UnboundedSender<Tick>,
) {
    let say = |notified| ticks.send(Tick::Notified(notified));
    let (answers, handle) = match show(&notice, markup, replaces).await {
        Ok(shown) => shown,
        Err(error) => {
            tracing::warn!("an alert could not be shown: {error:#}");
            let _agent_ended = say(Notified::Refused(number));
            return;
        }
    };
    tracing::info!("an alert was shown");
    if say(Notified::Taken(number, handle.id())).is_err() {
        return;
    }
    let answer = answers.to(handle).await;
    let _agent_ended = say(Notified::Answered(number, answer));
}

async fn show(
    notice: &Notice,
    markup: bool,
    replaces: Option<u32>,
) -> anyhow::Result<(Answers, NotificationHandle)> {
    let connection = Connection::session().await?;
    let answers = Answers::listen(&connection).await?;
    let manners = Manners {
        markup,
        do_not_disturb: do_not_disturb::is_on(&connection).await,
    };
    Ok((answers, notice.show(manners, replaces).await?))
}
