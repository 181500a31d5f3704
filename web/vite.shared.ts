/** What every build of the page shares: one self-contained file, the same bytes from the same sources. */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import type { UserConfig } from "vite";
import { viteSingleFile } from "vite-plugin-singlefile";

export function single(input: string, outDir: string): UserConfig {
  return {
    root: import.meta.dirname,
    base: "./",
    plugins: [svelte({ emitCss: true }), viteSingleFile({ removeViteModuleLoader: true })],
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
