// Hand the built page to the Python package, with the digest of what it was built from.
// The digest is of names and bytes, sorted, so it is the same on every machine; tests/unit/faces/test_template.py
// computes it again and says when the page was not built anew.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";

const here = import.meta.dirname;
const SOURCES = ["src", "report.html", "package-lock.json", "svelte.config.js", "tsconfig.json", "vite.report.config.ts", "vite.shared.ts"];
const MOST = 250_000;

/** Every file beneath a path, by its name from here. */
function beneath(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => beneath(join(path, name)));
}

const sha = (bytes) => createHash("sha256").update(bytes).digest("hex");
const names = SOURCES.flatMap((name) => beneath(join(here, name)));
const lines = names
  .map((name) => [relative(here, name).replaceAll("\\", "/"), name])
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([short, name]) => `${short} ${sha(readFileSync(name))}\n`);

// an error of the page names its page in the library's handbook; the report must not name any host
const text = readFileSync(join(here, "dist/report/report.html"), "utf8").replaceAll("https://svelte.dev/e/", "svelte: ");
const out = join(here, "../src/dualpower/faces/page");
mkdirSync(out, { recursive: true });
writeFileSync(join(out, "template.html"), text);
writeFileSync(join(out, "template.json"), JSON.stringify({ sources: sha(lines.join("")), template: sha(text) }, null, 2) + "\n");
console.log(`template.html: ${text.length} characters, built from ${names.length} files`);
if (Buffer.byteLength(text) > MOST) {
  console.error(`template.html has ${Buffer.byteLength(text)} bytes; at most ${MOST} are allowed`);
  process.exitCode = 1;
}
