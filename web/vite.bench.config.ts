import { defineConfig } from "vite";
import { single } from "./vite.shared.ts";

export default defineConfig(single("bench/index.html", "dist/bench"));
