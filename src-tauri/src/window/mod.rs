//! The window: the web view on one route, and the commands that it may call. It ends with its window.

mod account_secret;
mod alignment;
mod all_settings;
mod bindings;
mod deletion;
mod desk;
mod difference;
mod domains;
mod error;
mod find_server;
mod history;
mod incident;
mod letter_names;
mod opening;
pub(crate) mod plain_drawing;
mod preferences;
mod preferences_view;
mod printing;
mod redaction;
mod report;
mod save_dialog;
mod settings;
mod settings_view;
mod sign_in;
mod start;
mod storage;
mod view;
mod welcome;

use std::{
    io::BufRead as _,
    sync::{Arc, Mutex},
    time::Duration,
};

use anyhow::Context as _;
use casebook::Casebook;
use oauth::{SignIns, Web};
use paths::Paths;
use serde::Serialize;
use specta::Type;
use tauri::{App, AppHandle, Manager, RunEvent, WebviewUrl, WebviewWindowBuilder, webview::PageLoadEvent};
use tauri_specta::Event;

use crate::{
    channel::{self, AgentStatus, Request},
    role::Route,
};
use desk::Desk;
use error::CommandError;
use incident::held::Held;
use opening::Opening;
use sign_in::SignInDesk;
use start::StartView;
use view::{Place, RouteView};

/// The label of the only window; the capability file names it.
const LABEL: &str = "main";

/// How often it is looked whether a letter is still on its way when the window has been closed.
const LOOK_AGAIN: Duration = Duration::from_millis(100);

/// Something in the casebook changed, by whomever: what is shown is to be read again.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub(crate) struct CasebookChanged;

/// The agent asks to show this place.
#[derive(Clone, Debug, Serialize, Type, Event)]
pub(crate) struct RouteAsked(RouteView);

/// What the commands work with.
pub(crate) struct Office {
    paths: Paths,
    desk: Desk,
    /// The answer to the window's first question.
    start: Mutex<StartView>,
    sign_ins: Arc<SignIns>,
    sign_in_desk: SignInDesk,
    held: Held,
}

impl Office {
    /// Works on the casebook, away from the threads that draw.
    async fn desk<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Casebook) -> Result<T, casebook::Error> + Send + 'static,
    ) -> Result<T, CommandError> {
        match self.desk.ask(work).await {
            Some(done) => done.map_err(CommandError::from),
            None => Err(CommandError::no_desk()),
        }
    }

    /// Asks the agent; none where it does not run.
    async fn agent(&self, request: Request) -> Option<AgentStatus> {
        let path = self.paths.channel_path();
        away(move || channel::ask(&path, &request).ok())
            .await
            .ok()
            .flatten()
    }
}

/// Runs blocking work on a thread where it may block.
async fn away<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T, CommandError> {
    tauri::async_runtime::spawn_blocking(work)
        .await
        .map_err(|error| CommandError::unexpected(&error))
}

/// Opens the window on `route` and returns when it is closed.
///
/// # Errors
/// Where the casebook or the desktop cannot be used.
pub(crate) fn run(paths: &Paths, route: Route) -> anyhow::Result<()> {
    // What takes long goes on at once: the casebook is read while the desktop gets ready, and the web view begins before it is asked
    // how that went.
    let opening = Opening::begin(paths.clone(), route)?;
    let commands = bindings::builder();
    let app = printing::pages(tauri::Builder::default())
        .invoke_handler(commands.invoke_handler())
        .build(tauri::generate_context!())
        .context("the window cannot be opened")?;
    commands.mount_events(&app);
    open(&app).context("the window cannot be opened")?;
    let opened = opening.end()?;
    let handle = app.handle().clone();
    let desk = Desk::new(opened.casebook, opened.version, move || {
        say(&handle, &CasebookChanged);
    })?;
    let sign_ins = SignIns::new(paths.policy_path(), paths.preferences_path(), Web::default());
    app.manage(Office {
        paths: paths.clone(),
        desk,
        start: Mutex::new(opened.start),
        sign_ins: Arc::new(sign_ins),
        sign_in_desk: SignInDesk::default(),
        held: Held::default(),
    });
    follow(app.handle().clone())?;
    app.run(|app, event| {
        if let RunEvent::ExitRequested { api, .. } = event
            && app.state::<Office>().held.is_sending()
        {
            // A letter that is on its way would only become unknown: the program ends when that is known.
            api.prevent_exit();
            end_later(app.clone());
        }
    });
    Ok(())
}

/// Ends the program when no letter is on its way any more. Sending has deadlines of its own.
fn end_later(app: AppHandle) {
    let waiting = std::thread::Builder::new().name("end".into()).spawn(move || {
        while app.state::<Office>().held.is_sending() {
            std::thread::sleep(LOOK_AGAIN);
        }
        app.exit(0);
    });
    if let Err(error) = waiting {
        tracing::error!("nobody waits for the letter that is on its way: {error}");
    }
}

/// Starts the web view; the window comes in sight with its page.
fn open(app: &App) -> tauri::Result<()> {
    WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Astray")
        .inner_size(1040.0, 720.0)
        .min_inner_size(480.0, 400.0)
        .on_navigation(|url| url.scheme() == "tauri" || url.host_str() == Some("tauri.localhost"))
        // A window that is drawn while its page is loading stands still until that has an answer, for half a second at most; the page
        // meanwhile waits for the window. (WebKitGTK without OpenGL.)
        .visible(false)
        .on_page_load(|window, load| {
            if load.event() == PageLoadEvent::Finished
                && let Err(error) = window.show()
            {
                tracing::error!("the window cannot be shown: {error}");
            }
        })
        .build()?;
    Ok(())
}

/// Follows the agent, which writes a route a line to the standard input. Its end says nothing: a window started by hand has none.
fn follow(app: AppHandle) -> std::io::Result<()> {
    std::thread::Builder::new().name("agent".into()).spawn(move || {
        for line in std::io::stdin().lock().lines().map_while(Result::ok) {
            let Ok(route) = line.parse() else {
                tracing::warn!("the agent named no place that there is");
                continue;
            };
            say(&app, &RouteAsked(view_of(route)));
            let Some(window) = app.get_webview_window(LABEL) else {
                return;
            };
            let raised = window
                .show()
                .and_then(|()| window.unminimize())
                .and_then(|()| window.set_focus());
            if let Err(error) = raised {
                tracing::warn!("the window cannot be brought to the front: {error}");
            }
        }
    })?;
    Ok(())
}

fn say<E: Event + Serialize + Clone>(app: &AppHandle, event: &E) {
    if let Err(error) = event.emit(app) {
        tracing::warn!("the window cannot be told: {error}");
    }
}

const fn view_of(route: Route) -> RouteView {
    let (place, id) = match route {
        Route::History => (Place::History, None),
        Route::Incident(id) => (Place::Incident, Some(id)),
        Route::Settings => (Place::Settings, None),
        Route::Welcome => (Place::Welcome, None),
    };
    RouteView { place, id }
}
