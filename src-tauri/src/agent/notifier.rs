//! The notifier: alerts out, answers back. Each alert is shown once, together with those that came with it.

use std::collections::BTreeSet;

use casebook::{AccountId, Alert, IncidentId};
use notify_rust::NotificationHandle;
use tokio::sync::mpsc::UnboundedSender;
use watch::WatchStatus;

use super::{
    alert::Notice,
    answers::Answers,
    controller::{Notified, Tick},
    session_bus::Markup,
    sign_in_notice,
};

/// Shows notices and reports what became of them.
pub(super) struct Notifier {
    ticks: UnboundedSender<Tick>,
    /// Handed over, not yet taken: the watch repeats them until they are.
    under_way: BTreeSet<IncidentId>,
    markup: bool,
}

impl Notifier {
    pub(super) const fn new(ticks: UnboundedSender<Tick>) -> Self {
        Self {
            ticks,
            under_way: BTreeSet::new(),
            markup: true,
        }
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

    /// Shows one notice for those of `alerts` that are not being shown already.
    pub(super) fn show(&mut self, mut alerts: Vec<Alert>) {
        alerts.retain(|alert| self.under_way.insert(alert.incident));
        let Some(notice) = Notice::of(&alerts) else {
            return;
        };
        tauri::async_runtime::spawn(shown(notice, self.markup, self.ticks.clone()));
    }

    /// Forgets incidents whose notice was taken or refused.
    pub(super) fn done(&mut self, incidents: &[IncidentId]) {
        self.under_way.retain(|incident| !incidents.contains(incident));
    }
}

async fn shown(notice: Notice, markup: bool, ticks: UnboundedSender<Tick>) {
    let incidents = notice.incidents.clone();
    let (answers, handle) = match show(&notice, markup).await {
        Ok(shown) => shown,
        Err(error) => {
            tracing::warn!("an alert could not be shown: {error:#}");
            let _agent_ended = ticks.send(Tick::Notified(Notified::Refused(incidents)));
            return;
        }
    };
    tracing::info!("an alert was shown");
    if ticks
        .send(Tick::Notified(Notified::Taken(incidents.clone())))
        .is_err()
    {
        return;
    }
    let answer = answers.to(handle).await;
    let _agent_ended = ticks.send(Tick::Notified(Notified::Answered(incidents, answer)));
}

async fn show(notice: &Notice, markup: bool) -> anyhow::Result<(Answers, NotificationHandle)> {
    let answers = Answers::listen().await?;
    Ok((answers, notice.show(markup).await?))
}
