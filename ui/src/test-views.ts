/** Views as Rust would send them, for tests. `now` is a Tuesday. */
import type {
  AccountView,
  AddressPair,
  FoundServerView,
  HistoryRow,
  HistoryView,
  IncidentView,
  SettingsView,
  StateView,
  WatchView,
} from "./ipc";

export const now = Date.UTC(2026, 2, 17, 10, 44);
export const minute = 60_000;
export const hour = 60 * minute;

export const army: AddressPair = {
  sent: "john.smith@army.ml",
  sentAscii: null,
  sentPieces: [
    { text: "john.smith@army.m", differs: false, gap: 0 },
    { text: "", differs: true, gap: 1 },
    { text: "l", differs: false, gap: 0 },
  ],
  meant: "john.smith@army.mil",
  meantAscii: null,
  meantPieces: [
    { text: "john.smith@army.m", differs: false, gap: 0 },
    { text: "i", differs: true, gap: 0 },
    { text: "l", differs: false, gap: 0 },
  ],
};

export function row(id: number, changes: Partial<HistoryRow> = {}): HistoryRow {
  return {
    id,
    address: army,
    more: 0,
    subject: `Message ${id}`,
    sentAt: now - 12 * minute,
    state: "needsYou",
    severity: "high",
    ...changes,
  };
}

export const watching: WatchView = {
  state: "watching",
  mailboxes: 2,
  since: Date.UTC(2026, 2, 3),
  checked: 4112,
  lastCheckedAt: now - 2 * minute,
  troubles: [],
};

export function historyOf(rows: HistoryRow[], watch: Partial<WatchView> = {}): HistoryView {
  const needsYou = rows.filter(({ state }) => state === "needsYou").length;
  return { rows, needsYou, watch: { ...watching, ...watch } };
}

export function incidentIn(state: StateView, changes: Partial<IncidentView> = {}): IncidentView {
  const timeline: IncidentView["timeline"] = [
    { at: now - 12 * minute, kind: "noticed", text: "Astray noticed it" },
  ];
  if (state !== "needsYou") {
    timeline.push({ at: now, kind: state === "done" ? "dealtWith" : "itsRight", text: "You decided" });
  }
  return {
    row: row(7, { state }),
    why: [".ml is Mali's country domain."],
    kinds: ["top_level_domain"],
    letters: [],
    subject: "Message 7",
    from: "a.clerk@example.org",
    sentAt: now - 12 * minute,
    noticedAt: now - 12 * minute,
    others: [],
    account: "a.clerk@example.org",
    usualCount: 41,
    timeline,
    canUndo: state !== "needsYou",
    ...changes,
  };
}

export const account: AccountView = {
  id: 1,
  address: "a.clerk@example.org",
  host: "imap.example.org",
  port: 993,
  security: "implicit",
  user: "a.clerk@example.org",
  caPath: null,
  state: "watching",
  detail: "",
  sentMailbox: "Sent",
  lastCheckedAt: now - 2 * minute,
  checked: 3890,
  unreadMessages: 0,
  unreadRecipients: 0,
  vanished: 0,
};

/** A server as the table of providers has it. */
export const foundServer: FoundServerView = {
  host: "imap.example.org",
  port: 993,
  security: "implicit",
  user: "a.clerk",
  provider: "Example Mail",
  source: "table",
  takesPassword: true,
  takesOauth: false,
  advice: null,
  asksFirst: false,
  trouble: null,
};

export const settingsView: SettingsView = {
  accounts: [account],
  domains: [
    { domain: "army.mil", list: "protected", fixedBy: "policy" },
    { domain: "example.org", list: "protected", fixedBy: "you" },
  ],
  policy: { path: "/etc/astray/policy.json", present: true, error: null },
};

/** The words of an element without the marks that isolate a direction. */
export function bare(text: string | null | undefined): string {
  return (text ?? "").replace(/[\u2066-\u2069]/g, "");
}
