//! The list of screens, a row each, by place. What a row needs beside its seed is done on the way.

mod forms;
mod history;
mod incident;
mod letters;
mod settings;
mod welcome;

use crate::stage::Seed;
pub(crate) use crate::step::Do;

/// A screen in one state.
#[derive(Debug)]
pub(crate) struct Screen {
    /// Its name, `place-state`; the place is the group on the index page.
    pub(crate) name: &'static str,
    /// What the home holds, and what runs beside.
    pub(crate) seed: Seed,
    /// Where the window begins.
    pub(crate) route: &'static str,
    /// What is done on the way.
    pub(crate) steps: &'static [Do],
}

impl Screen {
    /// The place.
    pub(crate) fn group(&self) -> &'static str {
        self.name.split('-').next().unwrap_or(self.name)
    }
}

const fn row(name: &'static str, seed: Seed, route: &'static str, steps: &'static [Do]) -> Screen {
    Screen {
        name,
        seed,
        route,
        steps,
    }
}

/// All screens.
pub(crate) fn all() -> impl Iterator<Item = &'static Screen> {
    [
        welcome::SCREENS,
        history::SCREENS,
        incident::SCREENS,
        letters::SCREENS,
        settings::SCREENS,
        forms::SCREENS,
    ]
    .into_iter()
    .flatten()
}
