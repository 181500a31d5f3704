import { readdirSync } from "node:fs";
import { relative } from "node:path";
import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

const posix = (path) => path.replaceAll("\\", "/");
const components = readdirSync(`${import.meta.dirname}/src`, { recursive: true })
  .map(posix)
  .filter((name) => name.endsWith(".svelte"))
  .sort();

/** A component's own name for its styles, a letter and a digit: it stands in every rule and every element. */
function scope({ filename }) {
  const i = components.indexOf(posix(relative(`${import.meta.dirname}/src`, filename)));
  if (i < 0 || i >= 260) throw new Error(`no name for the styles of ${filename}`);
  return String.fromCharCode(97 + Math.floor(i / 10)) + (i % 10);
}

export default {
  preprocess: vitePreprocess(),
  compilerOptions: { runes: true, cssHash: scope, discloseVersion: false },
};
