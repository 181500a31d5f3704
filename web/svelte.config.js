import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

export default { preprocess: vitePreprocess(), // short names for the scopes of styles: every class in the page carries one
  compilerOptions: { runes: true, cssHash: ({ hash, css }) => "s" + hash(css).slice(0, 4) } };
