import "@testing-library/jest-dom/vitest";
import { cleanup } from "@testing-library/svelte";
import { clearMocks } from "@tauri-apps/api/mocks";
import { afterEach, beforeEach } from "vitest";
import { speak } from "./wording";

beforeEach(() => speak("en", "en-GB"));

afterEach(async () => {
  // Unmounting stops listening, which needs the mocked bridge for one more turn.
  cleanup();
  await new Promise((done) => setTimeout(done));
  clearMocks();
});
