/** Names and phrases: a body of men, an authority, an event with its hour, in the reader's language. */
import type { Calendar } from "../dates";
import type { Happening, Stage, Track } from "../page";
import type { Words } from "../words";

export class Speech {
  constructor(
    private readonly stage: Stage,
    readonly words: Words,
    readonly calendar: Calendar,
  ) {}

  site(site: number): string {
    return this.words.pick(this.stage.sites[site]?.title);
  }

  authority(authority: number): string {
    const found = this.stage.authorities[authority];
    return found ? this.words.pick(found.title) : this.words.t("nobody");
  }

  body(track: Track | undefined): string {
    if (!track) return "";
    const unit = this.words.pick(this.stage.units[track.unit]?.title);
    return track.detachment ? this.words.t("part", { unit }) : unit;
  }

  sentence(happening: Happening): string {
    return this.words.pick(happening.text);
  }

  moment(minute: number): string {
    return this.calendar.moment(minute, this.words);
  }

  /** "28 October 10:15, Kremlin: ..." */
  live(happening: Happening): string {
    const slots = { moment: this.moment(happening.minute), site: this.site(happening.site), sentence: this.sentence(happening) };
    return this.words.t("live", slots);
  }
}
