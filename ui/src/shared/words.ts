/** What the values that Rust sends are called. */
import type { StateView } from "../ipc";
import type { PlainId } from "../wording";

export const stateWords: Record<StateView, PlainId> = {
  needsYou: "state-needs-you",
  inProgress: "state-in-progress",
  done: "state-done",
  notAMistake: "state-not-a-mistake",
};
