//! The notifier: alerts out, answers back, at the times and with the words that are wished for.

use std::{
    path::PathBuf,
    time::{Duration, Instant},
};

use casebook::{AccountId, Alert, IncidentId};
use notify_rust::NotificationHandle;
use policy::Alerts;
use tokio::sync::mpsc::UnboundedSender;
use watch::WatchStatus;
use zbus::Connection;

use super::{
    alert::{Answer, Manners, Notice},
    answers::Answers,
    bulletins::{Bulletin, Bulletins},
    do_not_disturb,
    kept::{self, Kept},
    local_time,
    place::Place,
    session_bus::Markup,
    sign_in_notice,
    tick::Tick,
};

/// How long quiet hours are waited for at once: a computer that slept must not be late by as much.
const LOOK: Duration = Duration::from_secs(5 * 60);

/// What became of a notification, by the bulletin's number.
#[derive(Clone, Debug)]
pub(super) enum Notified {
    /// The server took it, and it stands there.
    Taken(u64, Place),
    /// The server is away or refused it.
    Refused(u64),
    /// The user answered.
    Answered(u64, Answer),
}

/// Shows notices and reports what became of them.
pub(super) struct Notifier {
    ticks: UnboundedSender<Tick>,
    bulletins: Bulletins,
    kept_path: PathBuf,
    markup: bool,
    /// When it is woken next.
    wakes_at: Option<Instant>,
}

impl Notifier {
    /// A notifier that writes down at `kept_path` which notifications stand.
    pub(super) fn new(ticks: UnboundedSender<Tick>, kept_path: PathBuf) -> Self {
        Self {
            ticks,
            bulletins: Bulletins::default(),
            kept_path,
            markup: true,
            wakes_at: None,
        }
    }

    /// Takes up the notifications that stand since the last run, with those of their alerts that still wait. The incidents that
    /// were told of.
    pub(super) fn resume(&mut self, all: Vec<(Kept, Vec<Alert>)>) -> Vec<IncidentId> {
        let mut told = Vec::new();
        for (kept, alerts) in all {
            told.extend(alerts.iter().map(|alert| alert.incident));
            let (place, is_over) = (kept.place.clone(), alerts.is_empty());
            let number = self.bulletins.resume(kept, alerts, Instant::now(), watch::now());
            tauri::async_runtime::spawn(resumed(place, number, is_over, self.ticks.clone()));
        }
        told
    }

    /// Takes note of how the server reads a body. Until one has said so it is escaped: wrong signs are better than foreign markup.
    pub(super) fn set_markup(&mut self, server: Option<Markup>) {
        self.markup = server.is_none_or(|Markup(markup)| markup);
    }

    /// Says that the user of this account has to sign in again.
    pub(super) fn ask_to_sign_in(&self, status: Option<&WatchStatus>, account: AccountId) {
        let mut accounts = status.into_iter().flat_map(|status| &status.accounts);
        if let Some(row) = accounts.find(|row| row.id == account) {
            sign_in_notice::show(row.address.shown(), self.markup, self.ticks.clone());
        }
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
            // No bulletin has this number.
            let became = match show(&Notice::test(), markup, None).await {
                Ok((.., place)) => Notified::Taken(0, place),
                Err(error) => {
                    tracing::warn!("the test notification could not be shown: {error:#}");
                    Notified::Refused(0)
                }
            };
            let _agent_ended = ticks.send(Tick::Notified(became));
        });
    }

    /// The server took a notice: the incidents that it is the first to tell of.
    pub(super) fn taken(&mut self, number: u64, place: Place, wishes: Alerts) -> Vec<IncidentId> {
        let told = self.bulletins.taken(number, place);
        self.keep();
        self.show(wishes);
        told
    }

    pub(super) fn refused(&mut self, number: u64) {
        self.bulletins.refused(number);
    }

    /// The incidents that the user answered for.
    pub(super) fn answered(&mut self, number: u64) -> Vec<IncidentId> {
        let answered = self.bulletins.answered(number);
        self.keep();
        answered
    }

    /// The incidents that notifications on the screen tell of.
    pub(super) fn on_screen(&self) -> Vec<IncidentId> {
        self.bulletins.on_screen()
    }

    /// These incidents wait for the user no longer: what tells of nothing else is taken from the screen.
    pub(super) fn settled(&mut self, incidents: &[IncidentId]) {
        for place in self.bulletins.settled(incidents) {
            tauri::async_runtime::spawn(cleared(place));
        }
        self.keep();
    }

    fn keep(&self) {
        kept::write(
            &self.kept_path,
            &self.bulletins.kept(Instant::now(), watch::now()),
        );
    }

    /// Called when a wake-up came that [`Tick::AlertsDue`] says.
    pub(super) fn woken(&mut self, wishes: Alerts) {
        self.wakes_at = None;
        self.show(wishes);
    }

    fn wake(&mut self, after: Duration) {
        let Some(at) = Instant::now().checked_add(after) else {
            return;
        };
        if self.wakes_at.is_some_and(|sooner| sooner <= at) {
            return;
        }
        self.wakes_at = Some(at);
        let ticks = self.ticks.clone();
        tauri::async_runtime::spawn(async move {
            tokio::time::sleep(after).await;
            let _agent_ended = ticks.send(Tick::AlertsDue);
        });
    }

    fn hand_over(&self, bulletin: &Bulletin, privacy: bool) {
        if let Some(notice) = Notice::of(&bulletin.alerts, privacy) {
            let (markup, ticks) = (self.markup, self.ticks.clone());
            let replaces = bulletin.replaces.clone();
            tauri::async_runtime::spawn(shown(notice, bulletin.number, replaces, markup, ticks));
        }
    }
}

/// Listens for the answer to a notification of the last run. One that tells only of what is decided by now is taken from the screen.
async fn resumed(place: Place, number: u64, is_over: bool, ticks: UnboundedSender<Tick>) {
    let answer = match heard(&place, is_over).await {
        Ok(answer) => answer,
        Err(error) => {
            tracing::info!("a notification of the last run is not there any more: {error}");
            Answer::Closed
        }
    };
    let _agent_ended = ticks.send(Tick::Notified(Notified::Answered(number, answer)));
}

async fn cleared(place: Place) {
    let cleared = async {
        let connection = Connection::session().await?;
        match place.is_here(&connection).await {
            true => place.clear(&connection).await,
            false => Ok(()),
        }
    };
    if let Err(error) = cleared.await {
        tracing::info!("a notification could not be taken from the screen: {error}");
    }
}

async fn heard(place: &Place, is_over: bool) -> zbus::Result<Answer> {
    let connection = Connection::session().await?;
    let mut answers = Answers::listen(&connection).await?;
    if !place.is_here(&connection).await {
        return Ok(Answer::Closed);
    }
    if is_over {
        place.clear(&connection).await?;
        return Ok(Answer::Closed);
    }
    Ok(answers.next(place.id).await)
}

async fn shown(
    notice: Notice,
    number: u64,
    replaces: Option<Place>,
    markup: bool,
    ticks: UnboundedSender<Tick>,
) {
    let say = |notified| ticks.send(Tick::Notified(notified));
    let (answers, handle, place) = match show(&notice, markup, replaces).await {
        Ok(shown) => shown,
        Err(error) => {
            tracing::warn!("an alert could not be shown: {error:#}");
            let _agent_ended = say(Notified::Refused(number));
            return;
        }
    };
    tracing::info!("an alert was shown");
    if say(Notified::Taken(number, place)).is_err() {
        return;
    }
    let answer = answers.to(handle).await;
    let _agent_ended = say(Notified::Answered(number, answer));
}

/// Hands a notice to the server. It takes the place of that notification only where the same server is still there: another one may
/// have given its number to another program's.
async fn show(
    notice: &Notice,
    markup: bool,
    replaces: Option<Place>,
) -> anyhow::Result<(Answers, NotificationHandle, Place)> {
    let connection = Connection::session().await?;
    let answers = Answers::listen(&connection).await?;
    let manners = Manners {
        markup,
        do_not_disturb: do_not_disturb::is_on(&connection).await,
    };
    let replaced = match &replaces {
        Some(place) if place.is_here(&connection).await => Some(place.id),
        Some(_) | None => None,
    };
    let handle = notice.show(manners, replaced).await?;
    let place = Place::here(&connection, handle.id()).await?;
    Ok((answers, handle, place))
}
