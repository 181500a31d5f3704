import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

// runes are compiled as for the browser, where the shows live
export default defineConfig({ plugins: [svelte()], resolve: { conditions: ["browser"] }, test: { include: ["test/**/*.test.ts"] } });
