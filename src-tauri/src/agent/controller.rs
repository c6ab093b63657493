//! The controller: all that the agent knows, changed by one happening at a time.

use std::sync::Arc;

use casebook::Alert;
use oauth::SignIns;
use paths::Paths;
use tauri::AppHandle;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender};
use watch::{Inbox, Input, Output, Trouble, WatchStatus};

use super::{
    alert::Answer,
    kept::Kept,
    local_time::{clock_time, in_an_hour, tomorrow_morning},
    menu::{Choice, Menu},
    notifier::{Notified, Notifier},
    offered::Offered,
    session_bus::{self, Desktop},
    system_bus,
    tick::Tick,
    tray::draw,
    troubles,
    window_process::WindowProcess,
    wishes::Wishes,
};
use crate::{
    channel::{AgentStatus, Request},
    role::Route,
};

/// The agent's state.
pub(super) struct Controller {
    app: AppHandle,
    inbox: Inbox,
    sign_ins: Arc<SignIns>,
    ticks: UnboundedSender<Tick>,
    paths: Paths,
    wishes: Wishes,
    window: WindowProcess,
    notifier: Notifier,
    offered: Offered,
    has_tray_library: bool,
    status: Option<WatchStatus>,
    domains: Option<Trouble>,
    not_saved: Option<Trouble>,
}

impl Controller {
    /// A controller that knows nothing of the watch yet. Reads policy and preferences, and takes up the notifications that stand.
    pub(super) fn new(
        app: AppHandle,
        inbox: Inbox,
        sign_ins: Arc<SignIns>,
        ticks: UnboundedSender<Tick>,
        (paths, standing): (&Paths, Vec<(Kept, Vec<Alert>)>),
    ) -> Self {
        let wishes = Wishes::read(paths);
        wishes.enforce(paths);
        let mut notifier = Notifier::new(ticks.clone(), paths.notifications_path());
        let told = notifier.resume(standing);
        let controller = Self {
            notifier,
            wishes,
            paths: paths.clone(),
            app,
            inbox,
            sign_ins,
            ticks,
            window: WindowProcess::default(),
            offered: Offered::default(),
            has_tray_library: true,
            status: None,
            domains: None,
            not_saved: None,
        };
        // The last run may have ended before the casebook noted it.
        controller.tell(Input::AlertsTaken(told));
        controller
    }

    /// Runs until Quit.
    pub(super) async fn run(mut self, mut received: UnboundedReceiver<Tick>) {
        tauri::async_runtime::spawn(session_bus::watch(self.ticks.clone()));
        tauri::async_runtime::spawn(system_bus::watch(self.ticks.clone()));
        while let Some(tick) = received.recv().await {
            if matches!(tick, Tick::Quit) {
                break;
            }
            self.take(tick);
        }
        self.window.close();
        self.app.exit(0);
    }

    fn take(&mut self, tick: Tick) {
        match tick {
            Tick::Watch(output) => self.watched(output),
            Tick::Asked(request, answer) => {
                self.asked(request);
                let _asker_left = answer.send(self.agent_status());
            }
            Tick::Chosen(choice) => self.chosen(choice),
            Tick::Notified(notified) => self.notified(notified),
            Tick::Desktop(desktop) => self.desktop_changed(desktop),
            Tick::LinkChanged => self.tell(Input::LinkChanged),
            Tick::Show(route) => self.show(route),
            Tick::WindowEnded(id) => self.window.reap(id),
            Tick::TrayMade(made) => self.has_tray_library = made,
            Tick::Wishes(wishes) => self.wish(wishes),
            Tick::AlertsDue => {
                self.notifier.woken(self.wishes.alerts);
                self.tell(Input::AlertsWanted);
            }
            Tick::Quit => {}
        }
    }

    fn watched(&mut self, output: Output) {
        match output {
            Output::Alerts(alerts) => {
                let passed_over = self.notifier.take(alerts, self.wishes.alerts);
                if !passed_over.is_empty() {
                    self.tell(Input::AlertsPassedOver(passed_over));
                }
            }
            Output::Recorded(incidents) => {
                tracing::info!("{} new incidents recorded", incidents.len());
            }
            Output::Settled(incidents) => self.notifier.settled(&incidents),
            Output::Status(status) => {
                self.draw(&status);
                self.status = Some(status);
            }
            Output::DomainsTrouble(trouble) => self.domains = trouble,
            Output::NotSaved(trouble) => self.not_saved = trouble,
            Output::SignInNeeded(account) => self.notifier.ask_to_sign_in(self.status.as_ref(), account),
        }
    }

    fn asked(&mut self, request: Request) {
        match request {
            Request::Open(route) => match route.parse() {
                Ok(route) => self.show(route),
                Err(_) => tracing::warn!("a request named no place that there is"),
            },
            Request::CheckNow => self.check_now(),
            Request::AccountsChanged => self.tell(Input::AccountsChanged),
            Request::PreferencesChanged => {
                self.read_wishes();
                self.tell(Input::DomainsChanged);
            }
            Request::Pause => self.tell(Input::Pause(in_an_hour())),
            Request::Resume => self.tell(Input::Resume),
            Request::Decided => self.tell(Input::Decided(self.notifier.on_screen())),
            Request::HoldPassword { account, password } => {
                let password = mailbox::Password::new(password.as_str().to_owned());
                self.tell(Input::HoldPassword(account.into(), password));
            }
            Request::TestAlert => self.notifier.test(),
            Request::HoldToken(held) => {
                let token = held.token.as_str().into();
                self.sign_ins.hold(&held.user, &held.host, held.port, token);
            }
            Request::Status => {}
        }
    }

    fn chosen(&mut self, choice: Choice) {
        match choice {
            Choice::Open | Choice::NeedsYou => self.show(Route::History),
            Choice::Mend | Choice::Settings => self.show(Route::Settings),
            Choice::CheckNow => self.check_now(),
            Choice::PauseHour => self.tell(Input::Pause(in_an_hour())),
            Choice::PauseTomorrow => self.tell(Input::Pause(tomorrow_morning())),
            Choice::Resume => self.tell(Input::Resume),
            Choice::Quit => {
                let _ended = self.ticks.send(Tick::Quit);
            }
        }
    }

    fn notified(&mut self, notified: Notified) {
        match notified {
            Notified::Taken(number, place) => {
                self.offered.answered(true);
                let told = self.notifier.taken(number, place, self.wishes.alerts);
                if !told.is_empty() {
                    self.tell(Input::AlertsTaken(told));
                }
            }
            Notified::Refused(number) => {
                self.offered.answered(false);
                self.notifier.refused(number);
            }
            Notified::Answered(number, answer) => {
                let incidents = self.notifier.answered(number);
                match (answer, incidents.as_slice()) {
                    (_, []) | (Answer::Closed, _) => {}
                    (Answer::Review, [incident]) => self.show(Route::Incident(incident.value())),
                    (Answer::Review, _) => self.show(Route::History),
                    (Answer::Right, [incident]) => self.tell(Input::ItsRight(*incident)),
                    (Answer::Right, _) => {}
                }
            }
        }
    }

    fn desktop_changed(&mut self, desktop: Desktop) {
        self.notifier.set_markup(desktop.notifications);
        if self.offered.changed(desktop) {
            self.tell(Input::AlertsWanted);
        }
        if !desktop.has_tray {
            tracing::warn!("the desktop shows no tray icons at the moment");
        }
    }

    fn show(&mut self, route: Route) {
        let ticks = self.ticks.clone();
        let shown = self.window.show(route, move |id| {
            let _agent_ended = ticks.send(Tick::WindowEnded(id));
        });
        if let Err(error) = shown {
            tracing::error!("the window cannot be opened: {error}");
        }
    }

    /// Looks at every mailbox, and at what the organisation and the user want.
    fn check_now(&self) {
        self.read_wishes();
        self.tell(Input::CheckNow);
    }

    fn read_wishes(&self) {
        let (paths, ticks) = (self.paths.clone(), self.ticks.clone());
        tauri::async_runtime::spawn_blocking(move || {
            let wishes = Wishes::read(&paths);
            wishes.enforce(&paths);
            let _agent_ended = ticks.send(Tick::Wishes(wishes));
        });
    }

    fn wish(&mut self, wishes: Wishes) {
        let speaks_otherwise = wishes.locale != self.wishes.locale;
        let tells_otherwise = wishes.alerts != self.wishes.alerts;
        self.wishes = wishes;
        if tells_otherwise {
            self.tell(Input::AlertsWanted);
        }
        if let Some(status) = self.status.as_ref().filter(|_| speaks_otherwise) {
            self.draw(status);
        }
    }

    /// Tells the watch from a thread that may wait: the watch may be recording.
    fn tell(&self, input: Input) {
        let inbox = self.inbox.clone();
        tauri::async_runtime::spawn_blocking(move || {
            if !inbox.send(input) {
                tracing::error!("the watch has ended");
            }
        });
    }

    fn draw(&self, status: &WatchStatus) {
        let locale = self.wishes.locale;
        let menu = Menu::of(status, |at| clock_time(at, locale));
        let (app, ticks) = (self.app.clone(), self.ticks.clone());
        let drawn = self.app.run_on_main_thread(move || draw(&app, &ticks, menu));
        if let Err(error) = drawn {
            tracing::warn!("the tray cannot be drawn: {error}");
        }
    }

    fn agent_status(&self) -> AgentStatus {
        let is_paused = |status: &WatchStatus| status.paused_until.is_some();
        let offered = self.offered.desktop();
        AgentStatus {
            paused: self.status.as_ref().is_some_and(is_paused),
            notifies: offered.is_none_or(|desktop| desktop.notifications.is_some()),
            troubles: troubles::of(
                offered,
                self.has_tray_library,
                self.domains.as_ref(),
                self.not_saved.as_ref(),
            ),
        }
    }
}
