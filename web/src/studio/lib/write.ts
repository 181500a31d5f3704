/** The text of a scenario as one edits it: CodeMirror, loaded when an editor is first opened. */
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, search, searchKeymap } from "@codemirror/search";
import { Compartment, EditorState } from "@codemirror/state";
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import type { Problem } from "./types";

const ink = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "#0b4f79" },
  { tag: tags.comment, color: "#5c564b", fontStyle: "italic" },
  { tag: [tags.string, tags.special(tags.string)], color: "#7a2e1d" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: "#5c564b" },
]);

const look = EditorView.theme({
  "&": { height: "100%", fontSize: "0.9rem", background: "var(--page)", color: "var(--ink)" },
  ".cm-scroller": { fontFamily: "ui-monospace, 'Cascadia Mono', 'DejaVu Sans Mono', Menlo, monospace", lineHeight: "1.5" },
  ".cm-gutters": { background: "var(--paper)", color: "#5c564b", borderRight: "1px solid var(--rule)" },
  ".cm-activeLine, .cm-activeLineGutter": { background: "#f6f1e5" },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "-3px" },
  ".cm-lintRange-error": { textDecoration: "underline wavy #b3261e 1px", backgroundImage: "none" },
  ".cm-panels": { background: "var(--sand)", color: "var(--ink)" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button": { minHeight: "24px", fontSize: "0.9rem" },
  ".cm-panel.cm-search label": { fontSize: "0.9rem" },
  ".cm-panel.cm-search [name=close]": { minWidth: "24px" },
});

/** The phrases of the search panel that are said in the language of the studio. */
const PHRASES = ["Find", "Replace", "next", "previous", "all", "match case", "regexp", "by word", "replace", "replace all", "close"];

export interface Writing {
  /** show another text, with its own undo */
  open(name: string, text: string): void;
  /** take what somebody else wrote */
  replace(text: string): void;
  mark(problems: Problem[], tell: (problem: Problem) => string): void;
  goTo(line: number, column?: number): void;
  label(text: string, say: (phrase: string) => string): void;
  destroy(): void;
}

/** Put an editor into an element. */
export function write(
  parent: HTMLElement,
  readonly: boolean,
  changed: (text: string) => void,
  keep: () => void,
): Writing {
  const named = new Compartment();
  const states = new Map<string, EditorState>();
  let name = "";
  let naming = named.of([]);
  const extensions = () => [
    lineNumbers(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    highlightActiveLineGutter(),
    highlightSelectionMatches(),
    search({ top: true }),
    lintGutter(),
    yaml(),
    indentUnit.of("  "),
    syntaxHighlighting(ink),
    look,
    EditorState.readOnly.of(readonly),
    keymap.of([
      { key: "Mod-s", preventDefault: true, run: () => (keep(), true) },
      ...defaultKeymap,
      ...historyKeymap,
      ...searchKeymap,
      ...lintKeymap,
    ]),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) changed(update.state.doc.toString());
    }),
    naming,
  ];
  const view = new EditorView({ parent });
  return {
    open(next, text) {
      if (name) states.set(name, view.state);
      name = next;
      const kept = states.get(next);
      view.setState(kept?.doc.toString() === text ? kept : EditorState.create({ doc: text, extensions: extensions() }));
    },
    replace(text) {
      view.setState(EditorState.create({ doc: text, extensions: extensions() }));
    },
    mark(problems, tell) {
      const doc = view.state.doc;
      const diagnostics = problems.map((problem) => {
        const line = doc.line(Math.min(Math.max(1, problem.line), doc.lines));
        const from = Math.min(line.from + Math.max(0, problem.column - 1), line.to);
        return { from, to: line.to, severity: "error" as const, message: tell(problem) };
      });
      view.dispatch(setDiagnostics(view.state, diagnostics));
    },
    goTo(line, column = 1) {
      const found = view.state.doc.line(Math.min(Math.max(1, line), view.state.doc.lines));
      const anchor = Math.min(found.from + Math.max(0, column - 1), found.to);
      view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: "center" }) });
      view.focus();
    },
    label(text, say) {
      naming = named.of([
        EditorView.contentAttributes.of({ "aria-label": text, spellcheck: "false", tabindex: "0" }),
        EditorState.phrases.of(Object.fromEntries(PHRASES.map((phrase) => [phrase, say(phrase)]))),
      ]);
      states.clear();
      if (name) view.setState(EditorState.create({ doc: view.state.doc, selection: view.state.selection, extensions: extensions() }));
    },
    destroy: () => view.destroy(),
  };
}
