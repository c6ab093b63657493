//! Troubles: what hinders the agent itself, in words. Pure.

use watch::Trouble;

use super::session_bus::Desktop;
use crate::{channel::AgentTrouble, wording::say};

/// Everything that hinders the agent. A desktop that was not looked at yet hinders nothing.
pub(super) fn of(
    desktop: Option<Desktop>,
    has_tray_library: bool,
    domains: Option<&Trouble>,
    not_saved: Option<&Trouble>,
) -> Vec<AgentTrouble> {
    let is_missing = |has: fn(Desktop) -> bool| desktop.is_some_and(|desktop| !has(desktop));
    let mut troubles = Vec::new();
    if is_missing(|desktop| desktop.notifications.is_some()) {
        troubles.push(trouble(
            "trouble-notifications",
            say("trouble-no-notifications"),
            say("trouble-no-notifications-hint"),
        ));
    }
    if !has_tray_library {
        troubles.push(trouble(
            "trouble-tray",
            say("trouble-no-tray-library"),
            say("trouble-no-tray-library-hint"),
        ));
    } else if is_missing(|desktop| desktop.has_tray) {
        troubles.push(trouble(
            "trouble-tray",
            say("trouble-no-tray"),
            say("trouble-no-tray-hint"),
        ));
    }
    for (subject, found) in [("trouble-bad-policy", domains), ("trouble-not-saved", not_saved)] {
        troubles.extend(found.map(|found| trouble(subject, found.message.clone(), found.hint.clone())));
    }
    troubles
}

fn trouble(subject: &str, message: String, hint: String) -> AgentTrouble {
    AgentTrouble {
        subject: say(subject),
        message,
        hint,
    }
}
