/** What stands above a part of the history, in words. */
import type { HistoryPart } from "../ipc";
import { dayHeading } from "../shared/moment";
import { stateWords } from "../shared/words";
import { t } from "../wording";
import { severityWords } from "./filters";

export function heading({ heading }: HistoryPart, now: number): string {
  switch (heading.by) {
    case "state":
      return t(stateWords[heading.value]);
    case "day":
      return dayHeading(heading.value, now);
    case "severity":
      return t(severityWords[heading.value]);
    case "domain":
      return heading.value;
  }
}

/** Whether the part holds what waits for the user. */
export function isWaiting({ heading }: HistoryPart): boolean {
  return heading.by === "state";
}
