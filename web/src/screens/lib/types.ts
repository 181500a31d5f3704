/** The page's types by their short names; all come from the contract of the program. */
import type { components } from "../../api";

type S = components["schemas"];
export type Page = S["Page"];
export type Stage = S["Stage"];
export type Film = S["Film"];
export type Happening = S["Happening"];
export type Ensemble = S["Ensemble"];
export type EndingShare = S["EndingShare"];
export type Share = S["Share"];
export type Fan = S["Fan"];
export type Pivot = S["Pivot"];
export type WhatIf = S["WhatIf"];
export type Lever = S["Lever"];
export type Combination = S["Combination"];
export type Evidence = S["Evidence"];
export type Ground = S["Ground"];
export type Claim = S["Claim"];
export type Work = S["Work"];
export type Mark = S["Mark"];
export type Texts = Record<string, string>;

/** One value of a table: what a reader sees, and what the download keeps. */
export type Cell = string | number | null | { show: string; raw: string | number | null };
export interface Column {
  title: string;
  numeric?: boolean;
}
export interface Table {
  columns: Column[];
  rows: Cell[][];
}
