/** Which language the window speaks, and how it writes dates and numbers. What shows a sentence follows when that changes. */
import { FluentBundle, FluentResource } from "@fluent/bundle";
import english from "./en";
import german from "./de";

export type Language = "en" | "de";

const texts: Record<Language, string> = { en: english, de: german };

function bundleOf(resource: FluentResource, locale: string): FluentBundle {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  const faults = bundle.addResource(resource);
  if (faults.length > 0) {
    throw faults[0];
  }
  return bundle;
}

/** The sentences that are spoken now, and the BCP 47 name of the way in which dates and numbers are written. */
let spoken = $state.raw({ bundle: bundleOf(new FluentResource(english), "en-GB"), locale: "en-GB" });

export const speech = {
  get bundle(): FluentBundle {
    return spoken.bundle;
  },
  get locale(): string {
    return spoken.locale;
  },
};

/** Speaks this language from now on; `locale` says how dates and numbers are written beside it. */
export function speak(language: Language, locale: string): void {
  speakFrom(new FluentResource(texts[language]), locale);
  document.documentElement.lang = language;
}

/** Speaks from these sentences, which tests bring along. */
export function speakFrom(sentences: FluentResource, locale: string): void {
  spoken = { bundle: bundleOf(sentences, locale), locale };
}
