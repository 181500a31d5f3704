// Hand what was built to the Python package, with the digest of what it was built from.
// The digest is of names and bytes, sorted, so it is the same on every machine; tests/unit/faces/test_template.py
// computes it again and says when the page was not built anew.
import { createHash } from "node:crypto";
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync, strToU8 } from "fflate";

const here = import.meta.dirname;
const SOURCES = ["src", "embed.html", "package-lock.json", "report.html", "studio.html", "svelte.config.js", "tsconfig.json", "vite.embed.config.ts", "vite.report.config.ts", "vite.shared.ts", "vite.studio.config.ts", "vite.widget.config.ts"];
const MOST = 250_000; // of the page that people are sent, as it is sent and unpacked

/** Every file beneath a path, by its name from here. */
function beneath(path) {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => beneath(join(path, name)));
}

const sha = (bytes) => createHash("sha256").update(bytes).digest("hex");
const names = SOURCES.flatMap((name) => beneath(join(here, name)));
const sources = sha(
  names
    .map((name) => [relative(here, name).replaceAll("\\", "/"), name])
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([short, name]) => `${short} ${sha(readFileSync(name))}\n`)
    .join(""),
);
const faces = join(here, "../src/dualpower/faces");
const say = (facts) => JSON.stringify({ sources, ...facts }, null, 2) + "\n";

/** A built page as text: an error of it names its page in the library's handbook, and no page may name a host. */
const built = (name) => readFileSync(join(here, "dist", name), "utf8").replaceAll("https://svelte.dev/e/", "svelte: ");

/** Undoes the packing while the rest of the page is read; the code begins when all of the page is there. */
const UNPACK = `(async()=>{
const t=atob(document.getElementById("code-gz").textContent),b=new Uint8Array(t.length);
for(let i=0;i<t.length;i++)b[i]=t.charCodeAt(i);
const s=document.createElement("script");
s.type="module";
s.textContent=await new Response(new Blob([b]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
if(document.readyState=="loading")await new Promise(go=>addEventListener("DOMContentLoaded",go));
document.head.append(s)})()`;

/** Send a page's own code packed, as its data are. The packer is a pinned one, so that every machine makes the same bytes. */
function pack(text) {
  const [all, code] = /<script type="module" crossorigin>([^]*?)<\/script>/.exec(text) ?? [];
  if (!all) throw new Error("the page has no code to pack");
  const body = Buffer.from(gzipSync(strToU8(code), { level: 9, mtime: 0 })).toString("base64");
  return text.replace(all, () => `<script type="application/octet-stream" id="code-gz">${body}</script><script>${UNPACK}</script>`);
}

/** Bytes of a text, which is refused when it is too large. */
function weigh(file, text, most) {
  const bytes = Buffer.byteLength(text);
  console.log(`${file}: ${bytes} bytes`);
  if (bytes > most) {
    console.error(`${file} has ${bytes} bytes; at most ${most} are allowed`);
    process.exitCode = 1;
  }
  return bytes;
}

/** Write one page that is one file. */
function single(name, folder, file, most, change = (text) => text) {
  const text = change(built(name));
  mkdirSync(join(faces, folder), { recursive: true });
  writeFileSync(join(faces, folder, file), text);
  return { digest: sha(text), bytes: weigh(file, text, most) };
}

const { digest: template, bytes } = single("report/report.html", "page", "template.html", MOST, pack);
const plain = weigh("template.html unpacked", built("report/report.html"), MOST);
writeFileSync(join(faces, "page", "template.json"), say({ template, bytes, plain }));

const { digest: player } = single("embed/embed.html", "notebook", "player.html", MOST);
const { digest: widget } = single("widget/widget.js", "notebook", "widget.js", 350_000);
writeFileSync(join(faces, "notebook", "built.json"), say({ player, widget }));

const out = join(faces, "studio", "static");
rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, "assets"), { recursive: true });
copyFileSync(join(here, "dist/studio/studio.html"), join(out, "index.html"));
const files = {};
for (const name of readdirSync(join(here, "dist/studio/assets")).sort()) {
  const text = built(`studio/assets/${name}`);
  writeFileSync(join(out, "assets", name), text);
  files[name] = Buffer.byteLength(text);
}
writeFileSync(join(out, "built.json"), say({ files }));
console.log(`studio: ${Object.values(files).reduce((a, b) => a + b, 0)} bytes in ${Object.keys(files).length} files`);
