import js from "@eslint/js";
import prettier from "eslint-config-prettier";
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import svelteConfig from "./svelte.config.js";

const places = ["history", "incident", "settings"];

const bridge = {
  group: ["@tauri-apps/*"],
  message: "Only ipc speaks to Rust: add a function to ipc/index.ts.",
};
const bindings = {
  group: ["**/ipc/bindings", "**/bindings"],
  message: "Take it from ipc/index.ts, which turns errors into exceptions.",
};
const anyPlace = {
  group: places.map((place) => `**/${place}/*`),
  message: "shared, accounts, ipc and wording know no place.",
};

/** Imports that are refused in these files. */
function refuse(files, patterns) {
  return {
    files,
    ignores: ["**/*.test.ts", "src/test-setup.ts"],
    rules: { "no-restricted-imports": ["error", { patterns }] },
  };
}

export default ts.config(
  { ignores: ["dist/", "src/ipc/bindings.ts", "src/wording/messages.ts"] },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs["flat/recommended"],
  prettier,
  ...svelte.configs["flat/prettier"],
  { languageOptions: { globals: { ...globals.browser } } },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: {
      parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"], svelteConfig },
    },
  },
  {
    rules: {
      eqeqeq: "error",
      "no-console": "error",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "no-script-url": "error",
      "svelte/no-at-html-tags": "error",
      "svelte/no-target-blank": "error",
      "svelte/require-each-key": "error",
      "no-restricted-properties": [
        "error",
        ...["innerHTML", "outerHTML", "insertAdjacentHTML", "srcdoc"].map((property) => ({
          property,
          message: "Text reaches the page by interpolation only.",
        })),
        { object: "document", property: "write", message: "Text reaches the page by interpolation only." },
      ],
    },
  },
  refuse(["src/**/*.{ts,svelte}"], [bridge, bindings]),
  refuse(["src/{shared,accounts,wording}/**/*.{ts,svelte}"], [bridge, bindings, anyPlace]),
  refuse(["src/ipc/index.ts"], [anyPlace]),
  ...places.map((place) => {
    const others = {
      group: places.filter((other) => other !== place).map((other) => `**/${other}/*`),
      message: "A place imports shared, accounts, ipc and wording, never another place.",
    };
    return refuse([`src/${place}/**/*.{ts,svelte}`], [bridge, bindings, others]);
  }),
);
