import { defineConfig } from "vite";
import { single } from "./vite.shared.ts";

export default defineConfig(single("embed.html", "dist/embed"));
