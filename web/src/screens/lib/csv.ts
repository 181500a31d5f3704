/** A table as CSV, as spreadsheets expect it: UTF-8 with its mark, quotes where needed, lines ended by CRLF. */
import type { Cell, Table } from "./types";

const raw = (cell: Cell): string | number | null => (cell !== null && typeof cell === "object" ? cell.raw : cell);

function field(cell: Cell): string {
  const value = raw(cell);
  if (value === null) return "";
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function csv(table: Table): string {
  const lines = [table.columns.map((c) => c.title), ...table.rows];
  return "\ufeff" + lines.map((line) => line.map(field).join(",") + "\r\n").join("");
}

/** What a reader sees in a cell. */
export const shown = (cell: Cell): string => (cell === null ? "" : typeof cell === "object" ? cell.show : String(cell));

/** Hand a file to the reader; nothing leaves the page. */
export function download(name: string, text: string, type = "text/csv;charset=utf-8"): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
