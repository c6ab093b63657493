//! The window's first question: where it is to begin, and in which language.

use paths::Paths;
use policy::{Language, Preferences};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::{Office, error::CommandError, history::HistoryView, view::RouteView, view_of};
use crate::{
    role::Route,
    wording::{self, Locale},
};

/// Where the window begins, and how it speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct StartView {
    /// The place to show first.
    pub(crate) route: RouteView,
    /// How the window speaks.
    pub(crate) words: WordsView,
    /// What the history shows at first, where it is the first place and this the first question.
    pub(crate) history: Option<HistoryView>,
}

/// How the window speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct WordsView {
    /// The language of the sentences.
    pub(crate) language: LanguageView,
    /// How dates and numbers are written, as BCP 47 names it: `en-GB`.
    pub(crate) locale: String,
}

/// The languages that the window speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, serde::Deserialize, Type)]
pub(crate) enum LanguageView {
    /// English.
    #[serde(rename = "en")]
    English,
    /// German.
    #[serde(rename = "de")]
    German,
}

/// The place to show first, what it shows, and the language.
#[tauri::command]
#[specta::specta]
pub(crate) async fn start(office: State<'_, Office>) -> Result<StartView, CommandError> {
    let mut start = office.start.lock().map_err(|_| CommandError::no_desk())?;
    let history = start.history.take();
    Ok(StartView {
        history,
        ..start.clone()
    })
}

impl StartView {
    /// Where the window begins; what that place shows is not read yet.
    pub(super) fn new(paths: &Paths, route: Route) -> Self {
        // Preferences that cannot be read choose no language; the settings say what is wrong with them.
        let chosen = Preferences::read(&paths.preferences_path())
            .unwrap_or_default()
            .language;
        Self {
            route: view_of(route),
            words: WordsView::of(&wording::speak(chosen)),
            history: None,
        }
    }
}

impl WordsView {
    /// A locale as the window is told it.
    pub(crate) fn of(locale: &Locale) -> Self {
        Self {
            language: locale.language.into(),
            locale: locale.tag().to_owned(),
        }
    }
}

impl From<Language> for LanguageView {
    fn from(language: Language) -> Self {
        match language {
            Language::English => Self::English,
            Language::German => Self::German,
        }
    }
}

impl From<LanguageView> for Language {
    fn from(language: LanguageView) -> Self {
        match language {
            LanguageView::English => Self::English,
            LanguageView::German => Self::German,
        }
    }
}
