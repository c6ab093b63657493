/** What every step is given. */
import type { IncidentView, StepView } from "../../ipc";
import type { Incident } from "../incident.svelte";

export interface StepProps {
  incident: Incident;
  view: IncidentView;
  step: StepView;
}
