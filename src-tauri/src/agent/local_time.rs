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
    let format = if locale.counts_to_twelve() {
        "%-I:%M %p"
    } else {
        "%H:%M"
    };
    zoned(at)
        .map(|at| at.strftime(format).to_string())
        .unwrap_or_default()
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
