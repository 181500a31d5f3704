/** Signals: words on the wire, shells in the air, fights: events shown for a while after they happen. */
import type { Happening } from "../page";
import { lastAt } from "./find";

export type Fate = "sent" | "heard" | "lost" | "held";
export type Call = { kind: "call"; fate: Fate; minute: number; authority: number; unit: number; site: number };
export type Shell = { kind: "shell"; minute: number; unit: number; site: number; authority: number };
export type Fight = { kind: "fight"; minute: number; site: number; strength: number };
export type Signal = Call | Shell | Fight;

const CALLS: Record<string, Fate> = { called: "sent", demanded: "sent", heard: "heard", lost: "lost", intercepted: "held", suppressed: "held", forged: "sent" };
const FIGHTS: Record<string, number> = { "fired-first": 1, skirmished: 0.7, assaulted: 1.2, repulsed: 1, killed: 0.8, "shot-disarmed": 1 };

export function signalOf(h: Happening): Signal | null {
  const { minute, authority, unit, site } = h;
  const fate = CALLS[h.event];
  if (fate && authority >= 0 && (unit >= 0 || site >= 0)) return { kind: "call", fate, minute, authority, unit, site };
  if (h.event === "shelled" && site >= 0) return { kind: "shell", minute, unit, site, authority };
  const strength = FIGHTS[h.event];
  return strength && site >= 0 ? { kind: "fight", minute, site, strength } : null;
}

/** The signals of a film in order of time. */
export class Signals {
  private readonly all: Signal[];
  private readonly minutes: Int32Array;

  constructor(happenings: Happening[]) {
    this.all = happenings.map(signalOf).filter((s) => s !== null);
    this.minutes = Int32Array.from(this.all, (s) => s.minute);
  }

  /** Those of the last minutes, the oldest first. */
  recent(minute: number, lasting: number): Signal[] {
    return this.all.slice(lastAt(this.minutes, minute - lasting) + 1, lastAt(this.minutes, minute) + 1);
  }
}
