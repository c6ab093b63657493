/** Moments in words. Pure: `now` is passed in. Times are milliseconds since 1970 UTC, shown in the computer's time zone. */
import { locale, own, t } from "../wording";

const minute = 60_000;
const hour = 60 * minute;

const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
const dayOfYear = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" });
const dayOfWeek = new Intl.DateTimeFormat(locale, { weekday: "long", day: "numeric", month: "long" });
const wholeDay = new Intl.DateTimeFormat(locale, { day: "numeric", month: "long", year: "numeric" });
const whole = new Intl.DateTimeFormat(locale, {
  weekday: "long",
  day: "numeric",
  month: "long",
  year: "numeric",
  hour: "2-digit",
  minute: "2-digit",
});

const monthOfYear = new Intl.DateTimeFormat(locale, { month: "short" });

/** The month, short: “Mar”. */
export function monthName(at: number): string {
  return monthOfYear.format(at);
}

/** The time of day: “10:42”. */
export function timeOfDay(at: number): string {
  return clock.format(at);
}

/** Day, date and time: “Tuesday 3 March 2026 at 10:42”. */
export function exact(at: number): string {
  return whole.format(at);
}

/** Date and time: “3 March 2026, 10:42”. */
export function short(at: number): string {
  return `${wholeDay.format(at)}, ${timeOfDay(at)}`;
}

/** How long ago, as far as that helps: “12 minutes ago”, “10:42”, “yesterday, 10:42”, “3 March”. */
export function relative(at: number, now: number): string {
  const ago = now - at;
  if (ago >= 0 && ago < minute) {
    return t("time-just-now");
  }
  if (ago >= 0 && ago < hour) {
    return t("time-minutes-ago", { count: Math.floor(ago / minute) });
  }
  const days = daysBetween(at, now);
  if (days === 0) {
    return timeOfDay(at);
  }
  if (days === 1) {
    return t("time-yesterday", { time: own(timeOfDay(at)) });
  }
  return date(at, now);
}

/** When the mailboxes were last looked at: “10:42” today, else with the day. */
export function lastLook(at: number, now: number): string {
  return daysBetween(at, now) === 0 ? timeOfDay(at) : `${date(at, now)}, ${timeOfDay(at)}`;
}

/** The day without the time: “3 March”, and the year where it isn't this one. */
export function date(at: number, now: number): string {
  return sameYear(at, now) ? dayOfYear.format(at) : wholeDay.format(at);
}

/** The heading of a day: “Today”, “Yesterday”, “Tuesday 3 March”, “3 March 2025”. */
export function dayHeading(at: number, now: number): string {
  const days = daysBetween(at, now);
  if (days === 0) {
    return t("day-today");
  }
  if (days === 1) {
    return t("day-yesterday");
  }
  return sameYear(at, now) ? dayOfWeek.format(at) : wholeDay.format(at);
}

/** The first moment of the day, to tell days apart. */
export function dayOf(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

function daysBetween(at: number, now: number): number {
  // Rounded, because a day on which the clocks change has 23 or 25 hours.
  return Math.round((dayOf(now) - dayOf(at)) / (24 * hour));
}

function sameYear(at: number, now: number): boolean {
  return new Date(at).getFullYear() === new Date(now).getFullYear();
}
