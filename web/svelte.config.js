import { vitePreprocess } from "@sveltejs/vite-plugin-svelte";

export default {
  preprocess: vitePreprocess(),
  // short names for scoped styles: the page is one file and every letter of it is sent along
  compilerOptions: { runes: true, cssHash: ({ hash, css }) => `s${hash(css).slice(0, 3)}` },
};
