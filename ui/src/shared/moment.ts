/** Moments in words. Pure: `now` is passed in. Times are milliseconds since 1970 UTC, shown in the computer's time zone. */
import { own, speech, t } from "../wording";

const minute = 60_000;
const hour = 60 * minute;

/** How moments are written in one place of the world. */
interface Formats {
  clock: Intl.DateTimeFormat;
  month: Intl.DateTimeFormat;
  dayOfYear: Intl.DateTimeFormat;
  dayOfWeek: Intl.DateTimeFormat;
  weekday: Intl.DateTimeFormat;
  wholeDay: Intl.DateTimeFormat;
  whole: Intl.DateTimeFormat;
}

const known = new Map<string, Formats>();

function formats(): Formats {
  const locale = speech.locale;
  let found = known.get(locale);
  if (!found) {
    found = formatsOf(locale);
    known.set(locale, found);
  }
  return found;
}

function formatsOf(locale: string): Formats {
  const write = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options);
  // Where a day has twelve hours twice, no 0 stands in front: “9:05 AM”, but “09:05”.
  const { hourCycle } = write({ hour: "numeric" }).resolvedOptions();
  const time = { hour: hourCycle === "h12" ? "numeric" : "2-digit", minute: "2-digit" } as const;
  const day = { day: "numeric", month: "long" } as const;
  return {
    clock: write(time),
    month: write({ month: "short" }),
    dayOfYear: write(day),
    dayOfWeek: write({ weekday: "long", ...day }),
    weekday: write({ weekday: "long" }),
    wholeDay: write({ ...day, year: "numeric" }),
    whole: write({ weekday: "long", ...day, year: "numeric", ...time }),
  };
}

/** The month, short: “Mar”. */
export function monthName(at: number): string {
  return formats().month.format(at);
}

/** The time of day: “10:42”. */
export function timeOfDay(at: number): string {
  return formats().clock.format(at);
}

/** Day, date and time: “Tuesday 3 March 2026 at 10:42”. */
export function exact(at: number): string {
  return formats().whole.format(at);
}

/** Date and time: “3 March 2026, 10:42”. */
export function short(at: number): string {
  return `${formats().wholeDay.format(at)}, ${timeOfDay(at)}`;
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

/** A moment of a record, as short as it can be: “10:42” today, else “1 March, 09:00”. */
export function dayAndTime(at: number, now: number): string {
  return daysBetween(at, now) === 0 ? timeOfDay(at) : `${date(at, now)}, ${timeOfDay(at)}`;
}

/** What is left until a deadline: “2 days left, until Friday 14:00”. */
export function left(at: number, now: number): string {
  const date = own(until(at, now));
  const most = at - now;
  if (most <= 0) {
    return t("due-over", { date });
  }
  if (most < hour) {
    return t("due-left-minutes", { count: Math.max(1, Math.floor(most / minute)), date });
  }
  const hours = Math.floor(most / hour);
  return hours < 24
    ? t("due-left-hours", { count: hours, date })
    : t("due-left-days", { count: Math.floor(hours / 24), date });
}

/** A moment to come: “Friday 14:00” within a week, else “3 March, 14:00”. */
export function until(at: number, now: number): string {
  const days = daysBetween(now, at);
  const day = days >= 0 && days < 7 ? formats().weekday.format(at) : date(at, now);
  return days >= 0 && days < 7 ? `${day} ${timeOfDay(at)}` : `${day}, ${timeOfDay(at)}`;
}

/** The day without the time: “3 March”, and the year where it isn't this one. */
export function date(at: number, now: number): string {
  return sameYear(at, now) ? formats().dayOfYear.format(at) : formats().wholeDay.format(at);
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
  return sameYear(at, now) ? formats().dayOfWeek.format(at) : formats().wholeDay.format(at);
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
