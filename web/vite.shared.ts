/** What every build of the page shares: one self-contained file, the same bytes from the same sources. */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { Plugin, UserConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

const HYDRATION = "/svelte/src/internal/client/dom/hydration.js";
const FLAGS = "/svelte/src/internal/flags/index.js";

/**
 * The library's code for pages that a server wrote, for older components and for tracing is never run here. It is
 * guarded by variables so that a bundler can leave it out; ours needs to be told that they never change.
 */
export function lean(): Plugin {
  const constant = (code: string) => code.replace(/export let (\w+) = false;/g, "export const $1 = false;").replace(/^\t\w+ = (true|false|value);$/gm, "");
  const idle = (code: string) => code.replace(/export function (reset|next|hydrate_template)\(/g, "/* @__NO_SIDE_EFFECTS__ */ export function $1(");
  return {
    name: "lean",
    enforce: "pre",
    transform(code, id) {
      if (!id.endsWith(HYDRATION) && !id.endsWith(FLAGS)) return null;
      const changed = id.endsWith(FLAGS) ? constant(code) : idle(constant(code));
      if (changed === code || /export let \w+ = /.test(changed)) throw new Error(`${id} is written otherwise than it was: look at vite.shared.ts`);
      return { code: changed, map: null };
    },
  };
}

export function single(input: string, outDir: string): UserConfig {
  return {
    root: import.meta.dirname,
    base: "./",
    plugins: [lean(), svelte({ emitCss: true }), viteSingleFile({ removeViteModuleLoader: true })],
    build: {
      outDir,
      emptyOutDir: true,
      target: "es2022",
      cssTarget: "chrome111",
      modulePreload: false,
      reportCompressedSize: false,
      rollupOptions: { input },
    },
  };
}
