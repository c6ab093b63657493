//! Times as a letter says them: a date, or a date with its time and zone, in the letter's language.

use jiff::ZonedDateTime;
use message::Timestamp;
use template::Language;

use crate::Wording;

impl Wording {
    /// “Monday, 21 September 2026”.
    pub(crate) fn date(&self, at: Timestamp) -> String {
        self.zoned(at)
            .map_or_else(|| at.to_string(), |at| self.date_of(&at))
    }

    /// “Monday, 21 September 2026, 16:13 (UTC+02:00)”.
    pub(crate) fn moment(&self, at: Timestamp) -> String {
        let Some(zoned) = self.zoned(at) else {
            return at.to_string();
        };
        let date = self.date_of(&zoned);
        let time = zoned.strftime("%H:%M");
        let zone = match zoned.offset().seconds() {
            0 => "UTC".to_owned(),
            _ => format!("UTC{}", zoned.strftime("%:z")),
        };
        match self.language {
            Language::English => format!("{date}, {time} ({zone})"),
            Language::German => format!("{date}, {time} Uhr ({zone})"),
        }
    }

    fn zoned(&self, at: Timestamp) -> Option<ZonedDateTime> {
        let at = jiff::Timestamp::from_millisecond(at.millis()).ok()?;
        Some(at.to_zoned_datetime(self.zone.clone()))
    }

    fn date_of(&self, at: &ZonedDateTime) -> String {
        let (days, months) = match self.language {
            Language::English => (&DAYS_EN, &MONTHS_EN),
            Language::German => (&DAYS_DE, &MONTHS_DE),
        };
        let name = |names: &[&'static str], number: i8| {
            let index = usize::try_from(number).unwrap_or_default().saturating_sub(1);
            names.get(index).copied().unwrap_or_default()
        };
        let day = name(days, at.weekday().to_monday_one_offset());
        let month = name(months, at.month());
        match self.language {
            Language::English => format!("{day}, {} {month} {}", at.day(), at.year()),
            Language::German => format!("{day}, {}. {month} {}", at.day(), at.year()),
        }
    }
}

const DAYS_EN: [&str; 7] = [
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
const DAYS_DE: [&str; 7] = [
    "Montag",
    "Dienstag",
    "Mittwoch",
    "Donnerstag",
    "Freitag",
    "Samstag",
    "Sonntag",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const MONTHS_DE: [&str; 12] = [
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
];

#[cfg(test)]
mod tests {
    use jiff::tz::{Offset, TimeZone};

    use super::*;

    fn check(language: Language, zone: TimeZone, date: &str, moment: &str) {
        let wording = Wording::new(language, zone);
        let at = Timestamp::from_millis(1_790_000_000_000);
        assert_eq!(
            (wording.date(at).as_str(), wording.moment(at).as_str()),
            (date, moment)
        );
    }

    #[test]
    fn times_are_said_in_the_users_zone_and_language() {
        let berlin = TimeZone::fixed(Offset::constant(2));
        check(
            Language::English,
            TimeZone::UTC,
            "Monday, 21 September 2026",
            "Monday, 21 September 2026, 14:13 (UTC)",
        );
        check(
            Language::English,
            berlin.clone(),
            "Monday, 21 September 2026",
            "Monday, 21 September 2026, 16:13 (UTC+02:00)",
        );
        check(
            Language::German,
            berlin,
            "Montag, 21. September 2026",
            "Montag, 21. September 2026, 16:13 Uhr (UTC+02:00)",
        );
    }

    #[test]
    fn a_time_beyond_the_calendar_is_said_all_the_same() {
        let wording = Wording::new(Language::German, TimeZone::UTC);
        assert_eq!(
            wording.moment(Timestamp::from_millis(i64::MAX)),
            "a date out of range"
        );
    }
}
