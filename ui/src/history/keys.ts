/** What a key means in the history. Pure. */
import type { History } from "./history.svelte";

/** Go to the search, take it away, show all keys, or go to a row by its incident's number. */
export type Wish = "search" | "clear" | "keys" | { row: number | undefined };

interface Where {
  /** The keyboard is in the search. */
  isTyping: boolean;
  /** A dialog is open, whose keys are its own. */
  isAsked: boolean;
  history: History;
}

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 6, PageUp: -6 };

export function wanted(event: KeyboardEvent, { isTyping, isAsked, history }: Where): Wish | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || isAsked) {
    return undefined;
  }
  const { key } = event;
  if (isTyping) {
    if (key === "Escape" && history.question.search) {
      return "clear";
    }
    return key === "ArrowDown" ? { row: history.order[0] } : undefined;
  }
  if (key === "/") {
    return "search";
  }
  if (key === "?") {
    return "keys";
  }
  return isChoosing(event.target) ? undefined : rowFor(key, history);
}

/** Whether what has the keyboard takes arrows itself. */
function isChoosing(target: EventTarget | null): boolean {
  return target instanceof HTMLSelectElement || target instanceof HTMLInputElement;
}

function rowFor(key: string, history: History): Wish | undefined {
  const isOnRow = document.activeElement?.hasAttribute("data-row");
  const by = steps[key];
  if (by !== undefined) {
    const isAtStart = isOnRow && history.current === history.order[0];
    return isAtStart && key === "ArrowUp" ? "search" : { row: history.neighbour(isOnRow ? by : 0) };
  }
  if (isOnRow && (key === "Home" || key === "End")) {
    return { row: history.order.at(key === "Home" ? 0 : -1) };
  }
  return undefined;
}
