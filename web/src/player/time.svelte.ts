/** The clock of a show: one minute for all who look. Two films side by side share it. */

/** Minutes of the story in a second. */
export const SPEEDS = [5, 15, 60, 240] as const;

export class Time {
  /** The minute that the words show; the map runs on ``now`` between. */
  shown = $state(0);
  playing = $state(false);
  speed = $state<number>(60);
  /** single keys work */
  keys = $state(true);
  /** the device asks for less motion: time moves only in steps */
  still = $state(false);
  /** counts the calls for a new picture */
  calls = $state(0);
  now = 0;
  private told = 0;
  private waited = 0;

  constructor(
    readonly minutes: number,
    at = 0,
  ) {
    this.now = this.shown = Math.min(Math.max(0, at), minutes);
  }

  /** Go to a minute. */
  seek(minute: number): void {
    this.now = Math.min(this.minutes, Math.max(0, minute));
    this.shown = Math.floor(this.now);
    this.calls += 1;
  }

  toggle(): void {
    if (!this.playing && this.now >= this.minutes) this.seek(0);
    this.playing = !this.playing;
    this.waited = 0;
  }

  /** A slice of real time has passed: the words follow at most five times a second. ``step`` goes to the next event. */
  pass(seconds: number, step: () => boolean): void {
    if (!this.playing) return;
    if (this.still) return this.passInSteps(seconds, step);
    this.now = Math.min(this.minutes, this.now + Math.min(seconds, 0.25) * this.speed);
    this.told += seconds;
    if (this.told > 0.2 || this.now >= this.minutes) {
      this.shown = Math.floor(this.now);
      this.told = 0;
    }
    if (this.now >= this.minutes) this.playing = false;
  }

  private passInSteps(seconds: number, step: () => boolean): void {
    this.waited += seconds;
    if (this.waited < 2) return;
    this.waited = 0;
    if (!step()) this.playing = false;
  }
}
