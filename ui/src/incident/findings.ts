/** What was found in a message, in words, and what is to be done about it. */
import type { FileTypeView, FindingInput, FindingView } from "../ipc";
import { own, speech, t } from "../wording";

/** What needs something to be done; an attachment alone needs nothing. */
type Harmful = Exclude<FindingInput, "attachment">;

const files = {
  pdf: "file-pdf",
  word: "file-word",
  document: "file-document",
  spreadsheet: "file-spreadsheet",
  presentation: "file-presentation",
  picture: "file-picture",
  archive: "file-archive",
  text: "file-text",
  program: "file-program",
  sound: "file-sound",
  video: "file-video",
  other: "file-other",
} as const satisfies Record<FileTypeView, string>;

/** So many files of a type: “2 Word documents”. */
export function filesInWords(type: FileTypeView | null, count: number): string {
  return t(files[type ?? "other"], { count });
}

/** What was found: “2 passwords”. */
export function words({ finding, detail, fileType, count }: FindingView): string {
  switch (finding) {
    case "attachment":
      return t("finding-attachment", { files: own(filesInWords(fileType, count)) });
    case "disguisedAttachment":
      return t("finding-disguised-attachment", { count, files: own(filesInWords(fileType, count)) });
    case "lockedAttachment":
      return t("finding-locked-attachment", { count });
    case "marking":
      return t("finding-marking", { detail });
    case "cardNumber":
      return t("finding-card-number", { count, detail });
    case "iban":
      return t("finding-iban", { count, detail: own(country(detail)) });
    case "nationalId":
      return t("finding-national-id", { count, detail: own(country(detail)) });
    case "privateKey":
      return t("finding-private-key", { count });
    case "accessToken":
      return t("finding-access-token", { count, detail });
    case "password":
      return t("finding-password", { count });
    case "sharedLink":
      return t("finding-shared-link", { count, detail });
  }
}

/** What is to be done about so many of these. */
export function remedy(finding: Harmful, count: number): string {
  switch (finding) {
    case "disguisedAttachment":
      return t("todo-disguised-attachment", { count });
    case "lockedAttachment":
      return t("todo-locked-attachment", { count });
    case "marking":
      return t("todo-marking");
    case "cardNumber":
      return t("todo-card-number", { count });
    case "iban":
      return t("todo-iban");
    case "nationalId":
      return t("todo-national-id", { count });
    case "privateKey":
      return t("todo-private-key", { count });
    case "accessToken":
      return t("todo-access-token", { count });
    case "password":
      return t("todo-password", { count });
    case "sharedLink":
      return t("todo-shared-link", { count });
  }
}

/** Attachments that have the same name for a person are one finding; what is ticked off by itself stays by itself. */
export function together(all: FindingView[]): FindingView[] {
  const kept: FindingView[] = [];
  for (const one of all) {
    const at = kept.findIndex(
      ({ finding, fileType }) =>
        finding === "attachment" && one.finding === finding && one.fileType === fileType,
    );
    const same = kept[at];
    if (same) {
      kept[at] = { ...same, count: same.count + one.count };
    } else {
      kept.push(one);
    }
  }
  return kept;
}

/** A country by its code (ISO 3166): “Germany”. */
function country(code: string): string {
  const names = new Intl.DisplayNames(speech.locale, { type: "region", fallback: "code" });
  return /^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code;
}
