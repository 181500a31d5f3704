/** The studio: a page and its parts as files, served by the program; nothing inline but styles. */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";
import { lean } from "./vite.shared.ts";

export default defineConfig({
  root: import.meta.dirname,
  base: "/",
  plugins: [lean(), svelte({ emitCss: true })],
  build: {
    outDir: "dist/studio",
    emptyOutDir: true,
    target: "es2022",
    cssTarget: "chrome111",
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
    rollupOptions: { input: "studio.html" },
  },
});
