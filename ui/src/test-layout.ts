/** Sizes for tests, whose page is laid out by nothing: each thing is as high as a window, each row of a list as high as a row. */

const [windowHeight, rowHeight] = [720, 65];

class Measured implements ResizeObserver {
  readonly #told: ResizeObserverCallback;

  constructor(told: ResizeObserverCallback) {
    this.#told = told;
  }

  observe(target: Element): void {
    const height = target.tagName === "LI" ? rowHeight : windowHeight;
    const contentRect = { width: 1040, height } as DOMRectReadOnly;
    queueMicrotask(() => this.#told([{ target, contentRect } as ResizeObserverEntry], this));
  }

  unobserve(): void {
    // It tells a size once, and no more.
  }

  disconnect(): void {
    // As above.
  }
}

export function layOut(): void {
  globalThis.ResizeObserver = Measured;
  window.ResizeObserver = Measured;
  Element.prototype.scrollIntoView = () => undefined;
  Object.defineProperty(HTMLElement.prototype, "offsetParent", { get: () => document.body });
}
