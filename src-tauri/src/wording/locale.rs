//! Locale: which language to speak and how to write times, as the desktop or the user says. Pure.

use policy::Language;

/// A language, and how dates and numbers are written beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Locale {
    /// The language of the sentences.
    pub(crate) language: Language,
    /// How dates, times and numbers are written, as BCP 47 names it: `en-GB`, `de-CH`.
    tag: [u8; 5],
}

impl Locale {
    /// What the user chose, or else the desktop; `variable` reads the environment.
    ///
    /// The language follows `LANGUAGE`, `LC_ALL`, `LC_MESSAGES` and `LANG` as GNU gettext does, the way of writing dates follows
    /// `LC_ALL`, `LC_TIME` and `LANG` where it fits the language.
    pub(crate) fn of(chosen: Option<Language>, variable: impl Fn(&str) -> Option<String>) -> Self {
        let first = |names: [&str; 3]| {
            names
                .into_iter()
                .find_map(|name| variable(name).filter(|value| !value.is_empty()))
                .unwrap_or_default()
        };
        let messages = first(["LC_ALL", "LC_MESSAGES", "LANG"]);
        let listed = match is_plain(&messages) {
            true => String::new(),
            false => variable("LANGUAGE").unwrap_or_default(),
        };
        let wanted = listed.split(':').chain([messages.as_str()]);
        let language = chosen
            .or_else(|| wanted.filter_map(language_of).next())
            .unwrap_or(Language::English);
        let usual = match language {
            Language::English => *b"en-GB",
            Language::German => *b"de-DE",
        };
        let dates = first(["LC_ALL", "LC_TIME", "LANG"]);
        let tag = tag_of(&dates).filter(|_| language_of(&dates) == Some(language));
        Self {
            language,
            tag: tag.unwrap_or(usual),
        }
    }

    /// The name of the way of writing, `en-GB`.
    pub(crate) fn tag(&self) -> &str {
        std::str::from_utf8(&self.tag).unwrap_or("en-GB")
    }

    /// What follows the hours before and after noon, where a day has twelve twice. The window's web view has the same from CLDR.
    pub(crate) fn halves_of_a_day(&self) -> Option<[&'static str; 2]> {
        let country = self.tag().strip_prefix("en-")?;
        let is_in = |countries: &str| countries.split(' ').any(|one| one == country);
        if is_in(CAPITALS) {
            Some(["AM", "PM"])
        } else if is_in(SMALL) {
            Some(["am", "pm"])
        } else if country == "CA" {
            Some(["a.m.", "p.m."])
        } else {
            None
        }
    }
}

/// Countries in which English times are written `2:05 PM`, as CLDR 47 has them.
const CAPITALS: &str = "AE AS GU MH MP PH PR UM US VI";

/// Those with `2:05 pm`.
const SMALL: &str = "AG AU BB BM BS CY DM ER FJ FM GD GH GM GY HK IN JM KI KN KY LC LR LS MO MW MY NA NZ PG PK PW SB SD SG SL SS SZ TC TO TT VC VG VU WS ZM";

/// The locale of programs, not of people.
fn is_plain(locale: &str) -> bool {
    let name = locale.split(['.', '@']).next().unwrap_or_default();
    matches!(name, "" | "C" | "POSIX")
}

fn language_of(locale: &str) -> Option<Language> {
    match locale.split(['_', '.', '@', '-']).next()? {
        "en" => Some(Language::English),
        "de" => Some(Language::German),
        _ => None,
    }
}

/// `de_CH.UTF-8` → `de-CH`; none where it names no country.
fn tag_of(locale: &str) -> Option<[u8; 5]> {
    let name = locale.split(['.', '@']).next()?;
    let (language, country) = name.split_once('_')?;
    let is_pair =
        |text: &str, fits: fn(&u8) -> bool| text.len() == 2 && text.bytes().all(|octet| fits(&octet));
    let fits = is_pair(language, u8::is_ascii_lowercase) && is_pair(country, u8::is_ascii_uppercase);
    let tag = format!("{language}-{country}");
    fits.then(|| tag.as_bytes().try_into().ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(chosen: Option<Language>, variables: &[(&str, &str)], language: Language, tag: &str) {
        let found = Locale::of(chosen, |wanted| {
            let found = variables.iter().find(|(name, _)| *name == wanted);
            found.map(|(_, value)| (*value).to_owned())
        });
        assert_eq!((found.language, found.tag()), (language, tag), "{variables:?}");
    }

    #[test]
    fn the_desktop_says_the_language() {
        use Language::{English, German};
        check(None, &[], English, "en-GB");
        check(None, &[("LANG", "de_AT.UTF-8")], German, "de-AT");
        check(None, &[("LANG", "en_US.UTF-8")], English, "en-US");
        check(None, &[("LANG", "fr_FR.UTF-8")], English, "en-GB");
        check(
            None,
            &[("LANG", "de_DE.UTF-8"), ("LC_MESSAGES", "en_US")],
            English,
            "en-GB",
        );
        check(
            None,
            &[("LANG", "en_US.UTF-8"), ("LC_TIME", "de_DE.UTF-8")],
            English,
            "en-GB",
        );
        check(
            None,
            &[("LANG", "en_GB"), ("LC_ALL", "de_DE@euro")],
            German,
            "de-DE",
        );
        check(
            None,
            &[("LANG", "fr_FR"), ("LANGUAGE", "fr:de:en")],
            German,
            "de-DE",
        );
        check(None, &[("LANG", "de_DE"), ("LANGUAGE", "")], German, "de-DE");
        // A program that is told to speak to programs does not look at LANGUAGE.
        check(None, &[("LANG", "C.UTF-8"), ("LANGUAGE", "de")], English, "en-GB");
        check(None, &[("LANG", "de_\u{e9}\u{e9}")], German, "de-DE");
    }

    #[test]
    fn the_user_says_otherwise() {
        check(
            Some(Language::German),
            &[("LANG", "en_US.UTF-8")],
            Language::German,
            "de-DE",
        );
        check(
            Some(Language::English),
            &[("LANG", "de_DE.UTF-8")],
            Language::English,
            "en-GB",
        );
        check(
            Some(Language::German),
            &[("LANG", "de_CH.UTF-8")],
            Language::German,
            "de-CH",
        );
    }
}
