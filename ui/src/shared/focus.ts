/** The keyboard's place: where what has it goes from the page, what came in its stead gets it, or what is next to that. */

/** What can have the keyboard. */
const takesKeys = "button, input, select, textarea, summary, a[href], [tabindex]";

/** Where something stands: in what, and as which of its parts. */
interface Spot {
  around: Element;
  at: number;
}

/** For as long as this page is there. */
export function keepFocus(page: HTMLElement): () => void {
  /** From what has the keyboard outward. */
  let way: Spot[] = [];
  let last: Element | undefined;

  function came({ target }: FocusEvent) {
    [last, way] = [target as Element, []];
    for (let at = last; at !== page && at.parentElement; at = at.parentElement) {
      way.push({ around: at.parentElement, at: [...at.parentElement.children].indexOf(at) });
    }
  }

  function went({ target }: FocusEvent) {
    // Whoever takes it from something that stays does not miss it.
    queueMicrotask(() => {
      if (target === last && last?.isConnected && document.activeElement === document.body) {
        last = undefined;
      }
    });
  }

  const watching = new MutationObserver(() => {
    if (last && !last.isConnected && document.activeElement === document.body && page.isConnected) {
      last = undefined;
      heir(way)?.focus();
    }
  });
  // A dialog stands beside the page, and gives the keyboard back to what may be there no more.
  watching.observe(document.body, { childList: true, subtree: true });
  page.addEventListener("focusin", came);
  page.addEventListener("focusout", went);
  return () => {
    watching.disconnect();
    page.removeEventListener("focusin", came);
    page.removeEventListener("focusout", went);
  };
}

/** The nearest to what stood there: in its stead, before it, or around it. */
function heir(way: Spot[]): HTMLElement | undefined {
  for (const { around, at } of way) {
    if (around.isConnected) {
      const { children } = around;
      const near = [children[at], children[at - 1], around];
      const found = near.map((one) => one && firstIn(one)).find((one) => one !== undefined);
      if (found) {
        return found;
      }
    }
  }
  return undefined;
}

function firstIn(one: Element): HTMLElement | undefined {
  const all = [one, ...one.querySelectorAll<HTMLElement>(takesKeys)];
  return all.find((found): found is HTMLElement => found instanceof HTMLElement && takes(found));
}

function takes(found: HTMLElement): boolean {
  return found.matches(takesKeys) && !found.matches(":disabled") && found.closest("[hidden]") === null;
}
