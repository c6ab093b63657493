//! Tick: everything that can happen to the agent, through one channel.

use tokio::sync::mpsc::UnboundedSender;
use watch::Output;

use super::{menu::Choice, notifier::Notified, session_bus::Desktop, wishes::Wishes};
use crate::{
    channel::{AgentStatus, Request},
    role::Route,
};

/// A happening.
pub(super) enum Tick {
    /// The watch says something.
    Watch(Output),
    /// Another process asks; the answer goes back by the sender.
    Asked(Request, std::sync::mpsc::SyncSender<AgentStatus>),
    /// Something was chosen from the tray.
    Chosen(Choice),
    /// The user answered a notification, or the server took one.
    Notified(Notified),
    /// The desktop offers something else than before.
    Desktop(Desktop),
    /// The computer was asleep, or its network is another.
    LinkChanged,
    /// Show a place.
    Show(Route),
    /// The window of this process has closed.
    WindowEnded(u32),
    /// The tray could be made, or not.
    TrayMade(bool),
    /// Policy or preferences were read again.
    Wishes(Wishes),
    /// What waited to be shown may be due.
    AlertsDue,
    /// End.
    Quit,
}

/// Hands a request to the controller and waits for the status.
pub(super) fn ask(ticks: &UnboundedSender<Tick>, request: Request) -> AgentStatus {
    let (answer, answered) = std::sync::mpsc::sync_channel(1);
    if ticks.send(Tick::Asked(request, answer)).is_err() {
        return AgentStatus::default();
    }
    answered
        .recv_timeout(std::time::Duration::from_secs(2))
        .unwrap_or_default()
}
