//! Draws a Menu and its icon with Tauri. On a desktop without the tray library there is none, and the agent runs on.

use tokio::sync::mpsc::UnboundedSender;

use tauri::{
    AppHandle,
    image::Image,
    menu::{MenuBuilder, MenuItemBuilder},
    tray::{TrayIcon, TrayIconBuilder},
};

use super::{
    menu::{Choice, Entry, Menu},
    status::Mood,
    tick::Tick,
};

/// The name under which the tray item registers; on Linux also part of a file name in the runtime folder.
const ID: &str = "org.astray.tray";

/// The tray item and what it shows.
pub(crate) struct Tray {
    icon: TrayIcon,
    shown: Menu,
}

impl Tray {
    /// Makes the tray item; none where the desktop's tray library is missing. Call on the main thread.
    pub(crate) fn new(
        app: &AppHandle,
        menu: Menu,
        choose: impl Fn(Choice) + Send + Sync + 'static,
    ) -> Option<Self> {
        // The binding panics where libayatana-appindicator cannot be loaded; there is no call that asks first.
        let made = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            TrayIconBuilder::with_id(ID)
                .icon(icon_of(menu.mood)?)
                .title(&menu.count)
                .menu(&drawn(app, &menu)?)
                .on_menu_event(move |_, event| {
                    if let Some(choice) = Choice::parse(event.id().as_ref()) {
                        choose(choice);
                    }
                })
                .build(app)
        }));
        match made {
            Ok(Ok(icon)) => Some(Self { icon, shown: menu }),
            Ok(Err(error)) => {
                tracing::warn!("the tray icon cannot be made: {error}");
                None
            }
            Err(_) => {
                tracing::warn!("the tray library is missing: going on without a tray icon");
                None
            }
        }
    }

    /// Shows `menu` where it differs from what is shown. Call on the main thread.
    pub(crate) fn show(&mut self, app: &AppHandle, menu: Menu) {
        if menu == self.shown {
            return;
        }
        let redrawn = (|| {
            if menu.mood != self.shown.mood {
                self.icon.set_icon(Some(icon_of(menu.mood)?))?;
            }
            if menu.count != self.shown.count {
                self.icon.set_title(Some(&menu.count))?;
            }
            self.icon.set_menu(Some(drawn(app, &menu)?))
        })();
        match redrawn {
            Ok(()) => self.shown = menu,
            Err(error) => tracing::warn!("the tray icon cannot be redrawn: {error}"),
        }
    }
}

/// Draws the tray, making it the first time. Runs on the main thread, where alone the tray can live.
pub(super) fn draw(app: &AppHandle, ticks: &UnboundedSender<Tick>, menu: Menu) {
    thread_local! {
        static TRAY: std::cell::RefCell<Option<Option<Tray>>> = const { std::cell::RefCell::new(None) };
    }
    TRAY.with_borrow_mut(|tray| match tray {
        Some(Some(tray)) => tray.show(app, menu),
        Some(None) => {}
        None => {
            let choices = ticks.clone();
            let made = Tray::new(app, menu, move |choice| {
                let _agent_ended = choices.send(Tick::Chosen(choice));
            });
            let _agent_ended = ticks.send(Tick::TrayMade(made.is_some()));
            *tray = Some(made);
        }
    });
}

fn drawn(app: &AppHandle, menu: &Menu) -> tauri::Result<tauri::menu::Menu<tauri::Wry>> {
    let mut builder = MenuBuilder::new(app);
    // One “&” marks the letter that chooses an entry, and addresses may hold it.
    let plain = |text: &str| text.replace('&', "&&");
    for entry in &menu.entries {
        builder = match entry {
            Entry::Choice(choice, label) => {
                builder.item(&MenuItemBuilder::with_id(choice.id(), plain(label)).build(app)?)
            }
            Entry::Line(line) => builder.item(&MenuItemBuilder::new(plain(line)).enabled(false).build(app)?),
            Entry::Rule => builder.separator(),
        };
    }
    builder.build()
}

fn icon_of(mood: Mood) -> tauri::Result<Image<'static>> {
    Image::from_bytes(match mood {
        Mood::CannotWatch => include_bytes!("../../../icons/tray/cannot-watch.png"),
        Mood::NeedsYou => include_bytes!("../../../icons/tray/needs-you.png"),
        Mood::Paused => include_bytes!("../../../icons/tray/paused.png"),
        Mood::Watching => include_bytes!("../../../icons/tray/watching.png"),
    })
}
