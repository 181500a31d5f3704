/** Tables that stand beside more than one chart. */
import type { App } from "./app.svelte";
import type { EndingShare, Table } from "./types";

const round = (x: number) => Number(x.toFixed(4));

export function endingTable(app: App, endings: readonly EndingShare[]): Table {
  const { say, page } = app;
  return {
    columns: [
      { title: say.word("ending") },
      { title: say.word("share"), numeric: true },
      { title: say.word("low"), numeric: true },
      { title: say.word("high"), numeric: true },
      { title: say.word("of_histories"), numeric: true },
      { title: say.word("in_history") },
    ],
    rows: endings.map((e) => {
      const ending = page.stage.endings[e.ending];
      return [
        say.text(ending?.title),
        { show: say.percent(e.share), raw: round(e.share) },
        { show: say.percent(e.low), raw: round(e.low) },
        { show: say.percent(e.high), raw: round(e.high) },
        { show: say.whole(e.runs), raw: e.runs },
        ending?.history ? say.word("as_history") : "",
      ];
    }),
  };
}
