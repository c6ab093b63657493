//! How the window looks in a picture: theme, language, sizes, and what a desktop sets for who sees little.

use astray_tests::Environment;

/// The window's sizes: the usual one first, for there is room for all that is pressed; then the least that holds, and a large one.
const SIZES: &[(u32, u32)] = &[USUAL, (720, 480), (1600, 1000)];
const USUAL: (u32, u32) = (1040, 720);

/// A look that every screen is pictured in.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// Its name in file names and on the index page.
    pub(crate) name: &'static str,
    /// What GTK draws with.
    theme: &'static str,
    locale: &'static str,
    /// How large text is: 2 is twice the usual size.
    pub(crate) text: u32,
    /// From right to left. No language of Astray's is written so, and the page is told.
    pub(crate) is_rtl: bool,
    /// The sizes of the window.
    pub(crate) sizes: &'static [(u32, u32)],
}

const fn look(name: &'static str, theme: &'static str, locale: &'static str) -> Look {
    Look {
        name,
        theme,
        locale,
        text: 1,
        is_rtl: false,
        sizes: SIZES,
    }
}

const ENGLISH: &str = "en_GB.UTF-8";
const GERMAN: &str = "de_DE.UTF-8";

/// All looks. WebKitGTK knows the wish for more contrast, but never forces its colours on a page (`forced-colors`).
pub(crate) const LOOKS: &[Look] = &[
    look("light-en", "Adwaita", ENGLISH),
    look("light-de", "Adwaita", GERMAN),
    look("dark-en", "Adwaita:dark", ENGLISH),
    look("dark-de", "Adwaita:dark", GERMAN),
    Look {
        sizes: &[USUAL],
        ..look("contrast-en", "HighContrast", ENGLISH)
    },
    Look {
        sizes: &[USUAL],
        text: 2,
        ..look("twice-de", "Adwaita", GERMAN)
    },
    Look {
        sizes: &[USUAL],
        is_rtl: true,
        ..look("rtl-en", "Adwaita", ENGLISH)
    },
];

impl Look {
    /// A session's variables for programs that look so.
    pub(crate) fn env(&self, session: Environment) -> Environment {
        session
            .with("GTK_THEME", self.theme)
            // What a desktop's setting for larger text comes to: the screen has more dots an inch.
            .with("GDK_DPI_SCALE", self.text.to_string())
            .with("LC_ALL", self.locale)
            .with("LANG", self.locale)
    }
}
