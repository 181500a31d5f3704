/** The live widget for notebooks: one ES module with its styles inside, which are laid into a root of their own. */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, type Plugin } from "vite";
import { lean } from "./vite.shared.ts";

const PLACE = "__STYLES_OF_THE_WIDGET__";

/** Put the styles into the module in place of a word. */
const inside = (): Plugin => ({
  name: "styles-inside",
  enforce: "post",
  generateBundle(_, bundle) {
    let styles = "";
    for (const [name, part] of Object.entries(bundle)) {
      if (part.type !== "asset" || !name.endsWith(".css")) continue;
      styles += String(part.source);
      delete bundle[name];
    }
    for (const part of Object.values(bundle))
      if (part.type === "chunk") part.code = part.code.replace(JSON.stringify(PLACE), () => JSON.stringify(styles)).replace("`" + PLACE + "`", () => JSON.stringify(styles));
  },
});

export default defineConfig({
  root: import.meta.dirname,
  plugins: [lean(), svelte({ emitCss: true }), inside()],
  define: { "process.env.NODE_ENV": '"production"' },
  build: {
    outDir: "dist/widget",
    emptyOutDir: true,
    target: "es2022",
    cssTarget: "chrome111",
    minify: true,
    reportCompressedSize: false,
    lib: { entry: "src/notebook/widget.ts", formats: ["es"], fileName: () => "widget.js" },
  },
});
