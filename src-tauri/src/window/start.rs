//! The window's first question: where it is to begin, and in which language.

use policy::{Language, Preferences};
use serde::Serialize;
use specta::Type;
use tauri::State;

use super::{Office, away, error::CommandError, view::RouteView, view_of};
use crate::wording::{self, Locale};

/// Where the window begins, and how it speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Type)]
pub(crate) struct StartView {
    /// The place to show first.
    pub(crate) route: RouteView,
    /// How the window speaks.
    pub(crate) words: WordsView,
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

/// The place to show first, and the language.
#[tauri::command]
#[specta::specta]
pub(crate) async fn start(office: State<'_, Office>) -> Result<StartView, CommandError> {
    let path = office.paths.preferences_path();
    // Preferences that cannot be read choose no language; the settings say what is wrong with them.
    let chosen = away(move || Preferences::read(&path).unwrap_or_default().language).await?;
    Ok(StartView {
        route: view_of(office.route),
        words: WordsView::of(&wording::speak(chosen)),
    })
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
