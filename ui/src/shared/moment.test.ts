import { expect, test } from "vitest";
import { speak } from "../wording";
import { dayAndTime, dayHeading, exact, left, relative, short, timeOfDay } from "./moment";

const now = Date.UTC(2026, 2, 3, 10, 42);
const at = (...when: [number, number, number, number?, number?]) => Date.UTC(...when);

test("a moment is told as far as it helps", () => {
  const check = (moment: number, expected: string) => expect(relative(moment, now)).toBe(expected);
  check(now - 59_000, "just now");
  check(now - 60_000, "1 minute ago");
  check(now - 59 * 60_000, "59 minutes ago");
  check(at(2026, 2, 3, 8, 5), "08:05");
  check(at(2026, 2, 2, 23, 59), "yesterday, 23:59");
  check(at(2026, 1, 27), "27 February");
  check(at(2025, 2, 3), "3 March 2025");
  check(now + 5 * 60_000, "10:47"); // a clock that runs ahead
});

test("a day has its heading", () => {
  const check = (moment: number, expected: string) => expect(dayHeading(moment, now)).toBe(expected);
  check(at(2026, 2, 3, 0, 0), "Today");
  check(at(2026, 2, 2, 0, 0), "Yesterday");
  check(at(2026, 1, 27), "Friday 27 February");
  check(at(2025, 2, 3), "3 March 2025");
});

test("the exact moment has all there is", () => {
  expect(exact(now)).toMatch(/^Tuesday,? 3 March 2026 at 10:42$/);
  expect(short(now)).toBe("3 March 2026, 10:42");
  expect(dayAndTime(now, now)).toBe("10:42");
  expect(dayAndTime(at(2026, 2, 1, 9, 0), now)).toBe("1 March, 09:00");
});

test("moments are written as the language has them", () => {
  speak("de", "de-DE");
  expect(relative(at(2026, 2, 2, 23, 59), now)).toBe("gestern, 23:59");
  expect(dayHeading(at(2026, 1, 27), now)).toBe("Freitag, 27. Februar");
  speak("en", "en-US");
  expect(short(now)).toMatch(/^March 3, 2026, 10:42\sAM$/);
});

test("a day has twenty-four hours or twelve twice, as the country has it", () => {
  for (const [locale, morning, afternoon] of [
    ["en-GB", "09:05", "14:05"],
    ["en-IE", "09:05", "14:05"],
    ["en-US", "9:05 AM", "2:05 PM"],
    ["en-AU", "9:05 am", "2:05 pm"],
    ["en-CA", "9:05 a.m.", "2:05 p.m."],
    ["de-DE", "09:05", "14:05"],
    ["de-AT", "09:05", "14:05"],
    ["de-CH", "09:05", "14:05"],
  ] as const) {
    speak(locale.startsWith("de") ? "de" : "en", locale);
    const times = [at(2026, 2, 3, 9, 5), at(2026, 2, 3, 14, 5)].map((time) =>
      timeOfDay(time).replace(/\s/, " "),
    );
    expect(times, locale).toEqual([morning, afternoon]);
  }
  speak("en", "en-GB");
});

test("a date in German has its point and its month's own name", () => {
  speak("de", "de-DE");
  expect(exact(now)).toBe("Dienstag, 3. März 2026 um 10:42");
  expect(short(now)).toBe("3. März 2026, 10:42");
  expect(left(now + 71.5 * 60 * 60_000, now)).toBe("Noch 2 Tage, bis Freitag 10:12");
  expect(left(now - 1, now)).toBe("Die Frist ist abgelaufen: Dienstag 10:41");
  speak("de", "de-AT");
  expect(short(at(2026, 0, 7, 10, 42))).toBe("7. Jänner 2026, 10:42");
  speak("en", "en-GB");
});

test("what is left of a deadline is counted down in words", () => {
  const check = (moment: number, expected: string) => expect(left(moment, now)).toBe(expected);
  check(now + 71.5 * 60 * 60_000, "2 days left, until Friday 10:12");
  check(now + 24 * 60 * 60_000, "1 day left, until Wednesday 10:42");
  check(now + 23.9 * 60 * 60_000, "23 hours left, until Wednesday 10:36");
  check(now + 59 * 60_000, "59 minutes left, until Tuesday 11:41");
  check(now + 1, "1 minute left, until Tuesday 10:42");
  check(at(2026, 4, 2, 10, 42), "60 days left, until 2 May, 10:42");
  check(now - 1, "The time was over on Tuesday 10:41");
});
