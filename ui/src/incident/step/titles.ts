/** Headings of the steps, and the words for how each stands. */
import type { StandingView, StepView } from "../../ipc";
import { t, type PlainId } from "../../wording";

const titles: Record<string, PlainId> = {
  mistake: "step-mistake",
  marked: "step-marked",
  harm: "step-harm",
  deletion: "step-deletion",
  report: "step-report",
  resend: "step-resend",
  prevention: "step-prevention",
  close: "step-close",
};

/** A step's heading: the catalogue's, or the organisation's own. */
export function titleOf(step: StepView): string {
  const id = titles[step.name];
  return id ? t(id) : (step.own?.title ?? step.name);
}

const standings: Record<StandingView, PlainId> = {
  open: "step-state-open",
  later: "step-state-later",
  waiting: "step-state-waiting",
  done: "step-state-done",
  leftOut: "step-state-left-out",
  folded: "step-state-folded",
};

/** How a step stands, in a word. */
export function standingOf(step: StepView, isNext: boolean, isStopped: boolean): string {
  if (isStopped && step.standing === "folded") {
    return t("step-state-stopped");
  }
  return isNext && step.standing === "open" ? t("step-state-now") : t(standings[step.standing]);
}

/** Whether a step allows an action. */
export function allows(step: StepView, kind: StepView["actions"][number]["kind"]): boolean {
  return step.actions.some((action) => action.kind === kind);
}

/** The letter that an action is about. */
export function letterOf(step: StepView, kind: "saySent" | "resolve"): string | undefined {
  const action = step.actions.find((one) => one.kind === kind);
  return action && "messageId" in action ? action.messageId : undefined;
}
