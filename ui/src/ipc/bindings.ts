import { invoke as __TAURI_INVOKE } from "@tauri-apps/api/core";
import * as __TAURI_EVENT from "@tauri-apps/api/event";

/** Commands */
export const commands = {
	start: () => __TAURI_INVOKE<RouteView>("start"),
	history: (search: string) => typedError<HistoryView, CommandError>(__TAURI_INVOKE("history", { search })),
	checkNow: () => typedError<null, CommandError>(__TAURI_INVOKE("check_now")),
	incident: (id: number) => typedError<IncidentView, CommandError>(__TAURI_INVOKE("incident", { id })),
	decide: (id: number, decision: DecisionInput, scope: Scope) => typedError<IncidentView, CommandError>(__TAURI_INVOKE("decide", { id, decision, scope })),
	settings: () => typedError<SettingsView, CommandError>(__TAURI_INVOKE("settings")),
	testAccount: (id: number | null, input: AccountInput) => typedError<AccountTest, CommandError>(__TAURI_INVOKE("test_account", { id, input })),
	saveAccount: (id: number | null, input: AccountInput, keep: Keep) => typedError<SettingsView, CommandError>(__TAURI_INVOKE("save_account", { id, input, keep })),
	removeAccount: (id: number) => typedError<SettingsView, CommandError>(__TAURI_INVOKE("remove_account", { id })),
	addDomain: (list: DomainList, domain: string) => typedError<SettingsView, CommandError>(__TAURI_INVOKE("add_domain", { list, domain })),
	removeDomain: (list: DomainList, domain: string) => typedError<SettingsView, CommandError>(__TAURI_INVOKE("remove_domain", { list, domain })),
};

/** Events */
export const events = {
	casebookChanged: makeEvent<CasebookChanged>("casebook-changed"),
	routeAsked: makeEvent<RouteAsked>("route-asked"),
};

/* Types */
export type AccountInput = {
	address: string,
	host: string,
	port: number,
	security: SecurityView,
	user: string,
	password: string | null,
	caPath: string | null,
};

export type AccountStateView = "watching" | "connecting" | "trouble" | "paused";

export type AccountTest = {
	sentMailbox: string,
	messages: number,
	idle: boolean,
};

export type AccountView = {
	id: number,
	address: string,
	host: string,
	port: number,
	security: SecurityView,
	user: string,
	caPath: string | null,
	state: AccountStateView,
	detail: string,
	sentMailbox: string | null,
	lastCheckedAt: number | null,
	checked: number,
};

export type AddressPair = {
	sent: string,
	sentAscii: string | null,
	sentPieces: Piece[],
	meant: string | null,
	meantPieces: Piece[],
};

export type CasebookChanged = null;

export type CommandError = {
	code: ErrorCode,
	message: string,
	hint: string,
	field: string | null,
};

export type DecisionInput = "itsRight" | "dealtWith" | "reopen";

export type DomainList = "protected" | "trusted";

export type DomainView = {
	domain: string,
	list: DomainList,
	fixedBy: FixedBy,
};

export type ErrorCode = "notFound" | "noKeyring" | "keyringLocked" | "signInRefused" | "untrustedCertificate" | "unreachable" | "noSentMailbox" | "invalidInput" | "notSaved" | "failed";

export type FixedBy = "policy" | "you";

export type HistoryRow = {
	id: number,
	address: AddressPair,
	more: number,
	subject: string,
	sentAt: number,
	state: StateView,
	severity: SeverityView,
};

export type HistoryView = {
	rows: HistoryRow[],
	needsYou: number,
	watch: WatchView,
};

export type IncidentView = {
	row: HistoryRow,
	why: string[],
	kinds: string[],
	subject: string,
	from: string | null,
	sentAt: number,
	noticedAt: number,
	others: string[],
	account: string,
	usualCount: number | null,
	timeline: TimelineEntry[],
	canUndo: boolean,
};

export type Keep = "keyring" | "thisRunOnly";

export type Piece = {
	text: string,
	differs: boolean,
};

export type Place = "history" | "incident" | "settings" | "welcome";

export type PolicyView = {
	path: string,
	present: boolean,
	error: string | null,
};

export type RouteAsked = RouteView;

export type RouteView = {
	place: Place,
	id: number | null,
};

export type Scope = "once" | "address" | "domain";

export type SecurityView = "implicit" | "starttls";

export type SettingsView = {
	accounts: AccountView[],
	domains: DomainView[],
	policy: PolicyView,
};

export type SeverityView = "high" | "medium" | "low";

export type StateView = "needsYou" | "done" | "notAMistake";

export type TimelineEntry = {
	at: number,
	kind: TimelineKind,
	text: string,
};

export type TimelineKind = "noticed" | "told" | "opened" | "itsRight" | "dealtWith" | "reopened";

export type TroubleAction = "editAccount" | "none";

export type TroubleView = {
	subject: string,
	message: string,
	hint: string,
	action: TroubleAction,
	accountId: number | null,
};

export type WatchStateView = "watching" | "cannotWatch" | "paused" | "noAccount";

export type WatchView = {
	state: WatchStateView,
	mailboxes: number,
	since: number | null,
	checked: number,
	lastCheckedAt: number | null,
	troubles: TroubleView[],
};

/* Tauri Specta runtime */
async function typedError<T, E>(result: Promise<T>): Promise<{ status: "ok"; data: T } | { status: "error"; error: E }> {
    try {
        return { status: "ok", data: await result };
    } catch (e) {
        if (e instanceof Error) throw e;
        return { status: "error", error: e as any };
    }
}

function makeEvent<TListen>(name: string) {
    return {
        listen: (cb: __TAURI_EVENT.EventCallback<TListen>) => __TAURI_EVENT.listen<TListen>(name, cb),
    };
}
