/**
 * The door to Rust, and the only caller of the generated bindings: a command gives its value or throws CommandError.
 */
import { commands, events } from "./bindings";
import type {
  AccountInput,
  AlertsInput,
  CommandError as Failure,
  DecisionInput,
  DomainList,
  FindingInput,
  Keep,
  LetterEdit,
  LetterWish,
  ExportForm,
  HistoryQuestion,
  LanguageView,
  RouteView,
  SignInCode,
  ThroughView,
  WayInput,
  WelcomeStepView,
} from "./bindings";

export type {
  AccountInput,
  AccountStateView,
  AccountTest,
  AccountView,
  AddressPair,
  AdviceView,
  AnswerInput,
  AttachmentView,
  ContentsInput,
  DecisionInput,
  DeskView,
  DeliveryView,
  AlertsInput,
  AlertsView,
  DomainList,
  DomainView,
  FateView,
  FileTypeView,
  FindingInput,
  FindingView,
  FindingsView,
  FoundServerView,
  FoundView,
  ExportForm,
  HistoryQuestion,
  HistoryRow,
  HistoryView,
  Part as HistoryPart,
  Sort as HistorySort,
  Week as HistoryWeek,
  HeardView,
  IncidentView,
  Included,
  Keep,
  LetterKind,
  LetterName,
  LetterPair,
  LetterPreview,
  LetterWish,
  MarkedInput,
  OutcomeInput,
  KeptKind,
  LanguageView as Language,
  LearnedView,
  Piece,
  PolicyView,
  RouteView,
  Scope,
  SecurityView,
  SignInCode,
  SignInOffer,
  SentLetterView,
  SettingsView,
  StandingView,
  SeverityView,
  SpeechView,
  StartView,
  StateView,
  ReplyView,
  StepView,
  StepsView,
  ThroughView,
  TimelineEntry,
  TimelineKind,
  TroubleView,
  WatchStateView,
  WatchView,
  LookView as WelcomeLook,
  WelcomeStepView as WelcomeStep,
  WelcomeView,
  WayInput,
  WordsView,
} from "./bindings";

type Outcome<T> = { status: "ok"; data: T } | { status: "error"; error: Failure };

/** A command that failed: what is wrong and what to do, in sentences for a person. */
export class CommandError extends Error {
  readonly code: Failure["code"];
  readonly hint: string;
  /** The form's field at fault. */
  readonly field: string | null;

  constructor(failure: Failure) {
    super(failure.message);
    this.name = "CommandError";
    this.code = failure.code;
    this.hint = failure.hint;
    this.field = failure.field;
  }
}

/** What was thrown, as a CommandError; a fault of the window itself keeps its own line. */
export function commandError(thrown: unknown): CommandError {
  if (thrown instanceof CommandError) {
    return thrown;
  }
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new CommandError({ code: "failed", message, hint: "", field: null });
}

async function value<T>(outcome: Promise<Outcome<T>>): Promise<T> {
  const settled = await outcome;
  if (settled.status === "error") {
    throw new CommandError(settled.error);
  }
  return settled.data;
}

export const start = () => value(commands.start());
export const history = (question: HistoryQuestion) => value(commands.history(question));
export const historyRows = (ids: number[]) => value(commands.historyRows(ids));
export const exportHistory = (question: HistoryQuestion, form: ExportForm) =>
  value(commands.exportHistory(question, form));
export const watching = () => value(commands.watching());
export const welcome = () => value(commands.welcome());
export const goToWelcome = (step: WelcomeStepView) => value(commands.goToWelcome(step));
export const stopLook = (isStopped: boolean) => value(commands.stopLook(isStopped));
export const checkNow = () => value(commands.checkNow());
export const incident = (id: number) => value(commands.incident(id));
export const decide = (id: number, decision: DecisionInput) => value(commands.decide(id, decision));
export const takeBack = (id: number, seq: number) => value(commands.takeBack(id, seq));
export const lookInside = (id: number) => value(commands.lookInside(id));
export const lookForAnswer = (id: number) => value(commands.lookForAnswer(id));
export const lookForLetter = (id: number, messageId: string) => value(commands.lookForLetter(id, messageId));
export const sayLetter = (id: number, messageId: string, wasSent: boolean) =>
  value(commands.sayLetter(id, messageId, wasSent));
export const openPlace = (id: number, finding: FindingInput, detail: string) =>
  value(commands.openPlace(id, finding, detail));
export const protectMeant = (id: number) => value(commands.protectMeant(id));
export const letterPreview = (id: number, wish: LetterWish) => value(commands.letterPreview(id, wish));
export const sendLetter = (
  id: number,
  wish: LetterWish,
  edit: LetterEdit,
  way: WayInput,
  through: ThroughView | null,
) => value(commands.sendLetter(id, wish, edit, way, through));
export const printReport = (id: number, wish: LetterWish) => value(commands.printReport(id, wish));
export const settings = () => value(commands.settings());
export const findServer = (address: string) => value(commands.findServer(address));
export const testAccount = (id: number | null, input: AccountInput) => value(commands.testAccount(id, input));
export const saveAccount = (id: number | null, input: AccountInput, keep: Keep) =>
  value(commands.saveAccount(id, input, keep));
export const signInOffer = (host: string) => value(commands.signInOffer(host));
export const signIn = (provider: string, address: string, byCode: boolean) =>
  value(commands.signIn(provider, address, byCode)).then(() => undefined);
export const signInAgain = (id: number, byCode: boolean, keep: Keep) =>
  value(commands.signInAgain(id, byCode, keep));
export const cancelSignIn = () => commands.cancelSignIn();
export const setClient = (provider: string, clientId: string, clientSecret: string | null) =>
  value(commands.setClient(provider, clientId, clientSecret)).then(() => undefined);
export const removeAccount = (id: number) => value(commands.removeAccount(id));
export const addDomain = (list: DomainList, domain: string) => value(commands.addDomain(list, domain));
export const changeAlerts = (input: AlertsInput) => value(commands.changeAlerts(input));
export const testAlert = () => value(commands.testAlert());
export const chooseLanguage = (language: LanguageView | null) => value(commands.chooseLanguage(language));
export const setAutostart = (isWanted: boolean) => value(commands.setAutostart(isWanted));
export const changeRetention = (days: number) => value(commands.changeRetention(days));
export const deleteOlder = (days: number) => value(commands.deleteOlder(days));
export const deleteEverything = () => value(commands.deleteEverything());
export const report = () => value(commands.report());
export const removeDomain = (list: DomainList, domain: string) => value(commands.removeDomain(list, domain));

/** Calls `then` whenever the casebook changed, by whomever. Returns the function that ends it. */
export function onCasebookChanged(then: () => void): () => void {
  return stopper(events.casebookChanged.listen(() => then()));
}

/** Calls `then` when the agent asks to show a place. Returns the function that ends it. */
export function onRouteAsked(then: (route: RouteView) => void): () => void {
  return stopper(events.routeAsked.listen((event) => then(event.payload)));
}

/** Calls `then` when a provider has given a code to enter on another device. Returns the function that ends it. */
export function onSignInCode(then: (code: SignInCode) => void): () => void {
  return stopper(events.signInCode.listen((event) => then(event.payload)));
}

function stopper(listening: Promise<() => void>): () => void {
  return () => void listening.then((stop) => stop());
}
