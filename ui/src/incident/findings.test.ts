import { afterEach, expect, test } from "vitest";
import type { FileTypeView, FindingInput, FindingView } from "../ipc";
import { bare } from "../test-views";
import { speak } from "../wording";
import { filesInWords, remedy, together, words } from "./findings";

afterEach(() => speak("en", "en-GB"));

function found(finding: FindingInput, count: number, changes: Partial<FindingView> = {}): FindingView {
  const view = {
    finding,
    detail: "",
    fileType: null,
    count,
    asksForAction: true,
    doneAt: null,
    hasPlace: false,
  };
  return { ...view, ...changes };
}

/** What was found and what to do, for one and for several. */
const sentences: Record<FindingInput, { detail?: string; en: string[]; de: string[] }> = {
  attachment: {
    en: ["Attached: 1 PDF", "Attached: 2 PDFs"],
    de: ["Angehängt: 1 PDF-Datei", "Angehängt: 2 PDF-Dateien"],
  },
  disguisedAttachment: {
    en: [
      "Not what its name says: 1 PDF – Tell the security desk what this file really is.",
      "Not what their names say: 2 PDFs – Tell the security desk what these files really are.",
    ],
    de: [
      "Nicht das, was der Name sagt: 1 PDF-Datei – Sagen Sie der Sicherheitsstelle, was diese Datei wirklich ist.",
      "Nicht das, was die Namen sagen: 2 PDF-Dateien – Sagen Sie der Sicherheitsstelle, was diese Dateien wirklich sind.",
    ],
  },
  lockedAttachment: {
    en: [
      "1 attachment that is locked, so Astray can't look inside – Make sure that its password did not go with it.",
      "2 attachments that are locked, so Astray can't look inside – Make sure that their passwords did not go with them.",
    ],
    de: [
      "1 gesperrter Anhang, in den Astray nicht hineinsehen kann – Vergewissern Sie sich, dass das Passwort dazu nicht mitging.",
      "2 gesperrte Anhänge, in die Astray nicht hineinsehen kann – Vergewissern Sie sich, dass die Passwörter dazu nicht mitgingen.",
    ],
  },
  marking: {
    detail: "CUI",
    en: Array(2).fill("Marked: CUI – Call the security desk before anything else.") as string[],
    de: Array(2).fill(
      "Gekennzeichnet: CUI – Rufen Sie vor allem anderen die Sicherheitsstelle an.",
    ) as string[],
  },
  cardNumber: {
    detail: "Visa",
    en: [
      "1 card number (Visa) – Have the card blocked by whoever issued it.",
      "2 card numbers (Visa) – Have the cards blocked by whoever issued them.",
    ],
    de: [
      "1 Kartennummer (Visa) – Lassen Sie die Karte dort sperren, wo sie ausgegeben wurde.",
      "2 Kartennummern (Visa) – Lassen Sie die Karten dort sperren, wo sie ausgegeben wurden.",
    ],
  },
  iban: {
    detail: "DE",
    en: [
      "1 bank account number (Germany) – Tell the bank or the accounts department.",
      "2 bank account numbers (Germany) – Tell the bank or the accounts department.",
    ],
    de: [
      "1 Kontonummer (Deutschland) – Sagen Sie es der Bank oder der Buchhaltung.",
      "2 Kontonummern (Deutschland) – Sagen Sie es der Bank oder der Buchhaltung.",
    ],
  },
  nationalId: {
    detail: "US",
    en: [
      "1 personal number (United States) – Warn the person whom it is about.",
      "2 personal numbers (United States) – Warn the people whom they are about.",
    ],
    de: [
      "1 persönliche Nummer (Vereinigte Staaten) – Warnen Sie die Person, um die es geht.",
      "2 persönliche Nummern (Vereinigte Staaten) – Warnen Sie die Personen, um die es geht.",
    ],
  },
  privateKey: {
    en: [
      "1 secret key – Withdraw this key and make another. Your IT department can help.",
      "2 secret keys – Withdraw these keys and make others. Your IT department can help.",
    ],
    de: [
      "1 geheimer Schlüssel – Ziehen Sie diesen Schlüssel zurück, und erstellen Sie einen neuen. Ihre IT-Abteilung kann helfen.",
      "2 geheime Schlüssel – Ziehen Sie diese Schlüssel zurück, und erstellen Sie neue. Ihre IT-Abteilung kann helfen.",
    ],
  },
  accessToken: {
    detail: "GitHub",
    en: [
      "1 key for a service (GitHub) – Withdraw this key in that service and make another. Your IT department can help.",
      "2 keys for a service (GitHub) – Withdraw these keys in that service and make others. Your IT department can help.",
    ],
    de: [
      "1 Schlüssel für einen Dienst (GitHub) – Ziehen Sie diesen Schlüssel in dem Dienst zurück, und erstellen Sie einen neuen. Ihre IT-Abteilung kann helfen.",
      "2 Schlüssel für einen Dienst (GitHub) – Ziehen Sie diese Schlüssel in dem Dienst zurück, und erstellen Sie neue. Ihre IT-Abteilung kann helfen.",
    ],
  },
  password: {
    en: [
      "1 password – Change this password wherever it is used.",
      "2 passwords – Change these passwords wherever they are used.",
    ],
    de: [
      "1 Passwort – Ändern Sie dieses Passwort überall, wo es benutzt wird.",
      "2 Passwörter – Ändern Sie diese Passwörter überall, wo sie benutzt werden.",
    ],
  },
  sharedLink: {
    detail: "Dropbox",
    en: [
      "1 link to a shared file (Dropbox) – Stop sharing it.",
      "2 links to shared files (Dropbox) – Stop sharing them.",
    ],
    de: [
      "1 Link zu einer freigegebenen Datei (Dropbox) – Beenden Sie die Freigabe.",
      "2 Links zu freigegebenen Dateien (Dropbox) – Beenden Sie die Freigaben.",
    ],
  },
};

test.each([
  ["en", "en-GB"],
  ["de", "de-DE"],
] as const)("what was found and what to do agree in number, in %s", (language, locale) => {
  speak(language, locale);
  for (const [finding, expected] of Object.entries(sentences) as [
    FindingInput,
    (typeof sentences)[FindingInput],
  ][]) {
    const said = [1, 2].map((count) => {
      const what = words(found(finding, count, { detail: expected.detail ?? "", fileType: "pdf" }));
      return bare(finding === "attachment" ? what : `${what} – ${remedy(finding, count)}`);
    });
    expect(said).toEqual(expected[language]);
  }
});

test("a file has a plain name, and its type no word of programs", () => {
  const types: Record<FileTypeView, string> = {
    pdf: "2 PDFs",
    word: "2 Word documents",
    document: "2 text documents",
    spreadsheet: "2 spreadsheets",
    presentation: "2 sets of slides",
    picture: "2 pictures",
    archive: "2 compressed archives",
    text: "2 plain text files",
    program: "2 programs",
    sound: "2 sound recordings",
    video: "2 videos",
    other: "2 other files",
  };
  for (const [type, expected] of Object.entries(types)) {
    expect(filesInWords(type as FileTypeView, 2)).toBe(expected);
  }
  expect(filesInWords(null, 1)).toBe("1 other file");
});

test("attachments of one name are counted together, and what is ticked off is not", () => {
  const all = [
    found("attachment", 1, { detail: "image/png", fileType: "picture" }),
    found("attachment", 2, { detail: "image/jpeg", fileType: "picture" }),
    found("disguisedAttachment", 1, { detail: "image/png", fileType: "picture" }),
    found("disguisedAttachment", 1, { detail: "image/jpeg", fileType: "picture" }),
  ];
  expect(together(all).map(({ finding, count }) => `${finding} ${count}`)).toEqual([
    "attachment 3",
    "disguisedAttachment 1",
    "disguisedAttachment 1",
  ]);
});
