/** Views as Rust would send them, for tests. `now` is a Tuesday. */
import type {
  AccountView,
  AddressPair,
  FoundServerView,
  HistoryPart,
  HistoryRow,
  HistoryView,
  IncidentView,
  SettingsView,
  StateView,
  StepView,
  StepsView,
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
    delivery: "unknown",
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
  isInWelcome: false,
};

export function watchView(changes: Partial<WatchView> = {}): WatchView {
  return { ...watching, ...changes };
}

/** What is found: these rows, newest first, what waits above what is settled by its day. */
export function historyOf(rows: HistoryRow[], changes: Partial<HistoryView> = {}): HistoryView {
  const parts: HistoryPart[] = [];
  const put = (heading: HistoryPart["heading"], id: number) => {
    const part = parts.find((one) => JSON.stringify(one.heading) === JSON.stringify(heading));
    if (part) {
      part.ids.push(id);
    } else {
      parts.push({ heading, ids: [id] });
    }
  };
  for (const state of ["needsYou", "inProgress"] as const) {
    rows.filter((row) => row.state === state).forEach((row) => put({ by: "state", value: state }, row.id));
  }
  rows
    .filter((row) => row.state === "done" || row.state === "notAMistake")
    .forEach((row) => put({ by: "day", value: new Date(row.sentAt).setHours(0, 0, 0, 0) }, row.id));
  const weeks = Array.from({ length: 26 }, (_, at) => ({
    at: Date.UTC(2026, 2, 16) - (25 - at) * 7 * 24 * hour,
    count: at === 25 ? rows.length : 0,
  }));
  return {
    found: rows.length,
    parts,
    rows: rows.slice(0, 40),
    counts: {
      states: [
        ["needsYou", rows.filter((row) => row.state === "needsYou").length],
        ["done", rows.filter((row) => row.state === "done").length],
      ],
      severities: [["high", rows.length]],
      deliveries: [["unknown", rows.length]],
      accounts: [{ id: 1, address: "a.clerk@example.org", count: rows.length }],
    },
    weeks,
    ...changes,
  };
}

export function step(name: string, changes: Partial<StepView> = {}): StepView {
  const rest = { own: null, reason: "", doneAt: null, due: null, isRequired: false, undo: null };
  return { name, standing: "open", actions: [], ...rest, ...changes };
}

const names = ["mistake", "marked", "harm", "deletion", "report", "resend", "prevention", "close"];

/** Steps as they are before anything was said, or where all is stopped, with these in place of their own. */
export function stepsWith(changed: StepView[], changes: Partial<StepsView> = {}): StepsView {
  const rest = changes.isStopped
    ? { standing: "folded" as const, reason: "" }
    : { standing: "later" as const, reason: "This comes after: Is it a mistake?" };
  return {
    steps: names.map((name) => changed.find((one) => one.name === name) ?? step(name, rest)),
    next: changed.find(({ standing }) => standing === "open")?.name ?? null,
    isStopped: false,
    desk: { name: "The desk", email: "desk@example.org", phone: "0123 456", hours: "always", words: "" },
    deadlines: [],
    outcomes: ["reported", "notReported"],
    secureWay: "",
    meant: "john.smith@army.mil",
    meantDomain: { domain: "army.mil", isProtected: true },
    isNotSure: false,
    right: null,
    marked: null,
    contents: [],
    findings: null,
    letters: [],
    answers: [],
    bounces: [],
    closed: null,
    ...changes,
  };
}

const first = step("mistake", {
  actions: [{ kind: "confirm" }, { kind: "sayItsRight" }, { kind: "sayNotSure" }],
});
const over = step("close", { standing: "done", doneAt: now, actions: [{ kind: "reopen" }] });

export function incidentIn(state: StateView, changes: Partial<IncidentView> = {}): IncidentView {
  const entry = { note: "", isTakenBack: false, canUndo: false };
  const timeline: IncidentView["timeline"] = [
    { seq: 1, at: now - 12 * minute, kind: "seen", text: "Astray noticed it", ...entry },
  ];
  if (state !== "needsYou") {
    timeline.push({ seq: 2, at: now, kind: "decided", text: "You decided", ...entry, canUndo: true });
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
    beforeCount: 0,
    steps: state === "needsYou" ? stepsWith([first]) : stepsWith([over]),
    isPolicyUnread: false,
    timeline,
    files: [],
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
  provider: null,
  mustSignIn: false,
  alsoWatch: [],
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
  learned: [{ domain: "navy.mil", messages: 41, addresses: 3 }],
  policy: {
    path: "/etc/astray/policy.json",
    present: true,
    error: null,
    organisation: "Example Ministry",
    protected: 1,
    trusted: 0,
    known: 0,
  },
  alerts: {
    onlyHigh: false,
    privacy: false,
    quietHours: null,
    severityIsFixed: false,
    privacyIsFixed: false,
    quietHoursAreFixed: false,
  },
  autostart: { isOn: true, isFixed: false },
  speech: { chosen: null, words: { language: "en", locale: "en-GB" } },
  storage: {
    kept: [
      { what: "casebook", path: "~/.local/share/astray/casebook.db", octets: 1_234_567 },
      { what: "preferences", path: "~/.config/astray/preferences.json", octets: 812 },
      { what: "log", path: "~/.local/state/astray", octets: 45_000 },
    ],
    retentionDays: 400,
    retentionIsFixed: false,
  },
  troubles: [],
  version: "0.1.0",
};

/** The words of an element without the marks that isolate a direction. */
export function bare(text: string | null | undefined): string {
  return (text ?? "").replace(/[\u2066-\u2069]/g, "");
}
