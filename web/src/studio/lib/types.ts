/** What goes over the wire, by short names; all of it is generated from the program's own description. */
import type { components } from "../../api";

type S = components["schemas"];
export type Words = S["Words"];
export type Trouble = S["Trouble"];
export type Problem = S["Problem"];
export type ScenarioEntry = S["ScenarioEntry"];
export type Documents = S["Documents"];
export type Document = S["Document"];
export type Sheet = S["Sheet"];
export type NewExperiment = S["NewExperiment"];
export type Experiment = S["Experiment"];
export type Comparison = S["Comparison"];
export type Shift = S["Shift"];
export type Films = S["Films"];
export type Film = S["Film"];
export type Page = S["Page"];
export type Health = S["Health"];
