//! Offered: what the desktop offers, as far as is known. A plain value.

use super::session_bus::Desktop;

/// What the desktop said that it has, and what came of that.
#[derive(Debug, Default)]
pub(super) struct Offered {
    said: Option<Desktop>,
    /// Whether the notification server refused the last notification.
    is_refused: bool,
}

impl Offered {
    /// What the desktop offers; none before it was looked at. A server that refuses what it is to show is none.
    pub(super) fn desktop(&self) -> Option<Desktop> {
        self.said.map(|desktop| Desktop {
            notifications: desktop.notifications.filter(|_| !self.is_refused),
            ..desktop
        })
    }

    /// The notification server took a notification, or refused it.
    pub(super) fn answered(&mut self, is_taken: bool) {
        self.is_refused = !is_taken;
    }

    /// The desktop says what it has now. Whether notifications can be shown that could not be before.
    pub(super) fn changed(&mut self, desktop: Desktop) -> bool {
        let could = self
            .desktop()
            .is_some_and(|before| before.notifications.is_some());
        *self = Self {
            said: Some(desktop),
            is_refused: false,
        };
        desktop.notifications.is_some() && !could
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::agent::session_bus::Markup;

    fn desktop(has_notifications: bool) -> Desktop {
        Desktop {
            notifications: has_notifications.then_some(Markup(true)),
            has_tray: true,
        }
    }

    fn shows(offered: &Offered) -> Option<bool> {
        offered.desktop().map(|desktop| desktop.notifications.is_some())
    }

    #[test]
    fn a_server_that_refuses_is_none_until_it_takes_one_or_another_comes() {
        let mut offered = Offered::default();
        assert_eq!(shows(&offered), None);
        assert!(offered.changed(desktop(true)));
        assert!(!offered.changed(desktop(true)));
        for is_taken in [false, true] {
            offered.answered(is_taken);
            assert_eq!(shows(&offered), Some(is_taken));
        }
        offered.answered(false);
        assert!(offered.changed(desktop(true)));
        assert!(!offered.changed(desktop(false)));
        assert_eq!(shows(&offered), Some(false));
    }
}
