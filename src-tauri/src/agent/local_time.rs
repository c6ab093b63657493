//! Times as the user lives them: in the computer's own time zone.

use message::Timestamp;

use crate::wording::Locale;

fn zoned(at: Timestamp) -> Option<jiff::ZonedDateTime> {
    jiff::Timestamp::from_millisecond(at.millis())
        .ok()
        .map(|at| at.to_zoned_datetime(jiff::tz::TimeZone::system()))
}

/// A time of day as the desktop writes it, `10:42` or `10:42 AM`.
pub(super) fn clock_time(at: Timestamp, locale: Locale) -> String {
    zoned(at).map(|at| written(&at, locale)).unwrap_or_default()
}

fn written(at: &jiff::ZonedDateTime, locale: Locale) -> String {
    match locale.halves_of_a_day() {
        None => at.strftime("%H:%M").to_string(),
        Some([before_noon, after_noon]) => {
            let half = if at.hour() < 12 { before_noon } else { after_noon };
            format!("{} {half}", at.strftime("%-I:%M"))
        }
    }
}

/// The minute of the user's day, counted from midnight.
pub(super) fn minute_of_day() -> u16 {
    let minute = zoned(watch::now()).map(|now| {
        let hours = u16::try_from(now.hour()).unwrap_or_default();
        hours
            .saturating_mul(60)
            .saturating_add(u16::try_from(now.minute()).unwrap_or_default())
    });
    minute.unwrap_or_default()
}

/// An hour from now.
pub(super) fn in_an_hour() -> Timestamp {
    Timestamp::from_millis(watch::now().millis().saturating_add(3_600_000))
}

/// Six in the morning of the next day, before anybody sends mail.
pub(super) fn tomorrow_morning() -> Timestamp {
    let tomorrow = zoned(watch::now()).and_then(|now| {
        now.tomorrow()
            .ok()?
            .with()
            .hour(6)
            .minute(0)
            .second(0)
            .build()
            .ok()
    });
    tomorrow.map_or_else(in_an_hour, |at| {
        Timestamp::from_millis(at.timestamp().as_millisecond())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_of_day_is_written_as_the_country_has_it() {
        let at = |hour| {
            jiff::civil::date(2026, 3, 3)
                .at(hour, 5, 0, 0)
                .in_tz("UTC")
                .unwrap()
        };
        for (name, morning, noon, midnight) in [
            ("en_GB.UTF-8", "09:05", "12:05", "00:05"),
            ("en_IE.UTF-8", "09:05", "12:05", "00:05"),
            ("en_ZA.UTF-8", "09:05", "12:05", "00:05"),
            ("en_US.UTF-8", "9:05 AM", "12:05 PM", "12:05 AM"),
            ("en_AU.UTF-8", "9:05 am", "12:05 pm", "12:05 am"),
            ("en_CA.UTF-8", "9:05 a.m.", "12:05 p.m.", "12:05 a.m."),
            ("de_DE.UTF-8", "09:05", "12:05", "00:05"),
            ("de_AT.UTF-8", "09:05", "12:05", "00:05"),
        ] {
            let locale = Locale::of(None, |_| Some(name.to_owned()));
            let times = [9, 12, 0].map(|hour| written(&at(hour), locale));
            assert_eq!(times, [morning, noon, midnight], "{name}");
        }
    }
}
