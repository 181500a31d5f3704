/** What a picture is made of, and what of a film is read late. */
import { describe, expect, it } from "vitest";
import { complete, isWhole, type Authority, type Film } from "../src/page";
import type { Mark } from "../src/player/crowd";
import { Stamps } from "../src/player/stamps";

const SIDES = [{ look: 0 }, { look: 1 }] as Authority[];
const FACE = { outer: 10, inner: 5, lead: 1, men: 100, acting: 25, shares: [0.4, 0.6], neutral: false };

function mark(at: Partial<Mark>): Mark {
  return { x: 10.3, y: 20.6, r: 6, moving: false, angle: 0, face: FACE, kind: "infantry", given: null, ...at } as Mark;
}

describe("stamps", () => {
  it("give one number to one look, and put it on whole device pixels", () => {
    const stamps = new Stamps(SIDES);
    stamps.scale(1.5);
    const into: number[] = [];
    stamps.put(into, mark({}), false);
    stamps.put(into, mark({ x: 90.71, face: { ...FACE } }), false);
    expect(stamps.list).toHaveLength(1);
    expect([into[0], into[3]]).toEqual([0, 0]);
    expect(into.every(Number.isInteger)).toBe(true);
    const { side } = stamps.list[0]!;
    expect(Math.abs(into[1]! + side / 2 - 10.3 * 1.5)).toBeLessThanOrEqual(0.5);
    stamps.put(into, mark({}), true);
    expect(stamps.list).toHaveLength(2); // the chosen one looks otherwise
  });

  it("bear the sign of their kind from near, where there is room for it", () => {
    const stamps = new Stamps(SIDES);
    const signs = () => stamps.list.map((stamp) => (stamp.kind === "body" ? stamp.sign : stamp.kind));
    const large = mark({ r: 12, kind: "cavalry" });
    stamps.put([], large, false);
    stamps.put([], large, false, true);
    stamps.put([], mark({ r: 4, kind: "cavalry" }), false, true);
    stamps.put([], mark({ r: 12, kind: "sailors" }), false, true);
    expect(signs()).toEqual(["", "cavalry", "", "sailors"]);
    stamps.put([], large, false); // from afar again it is the first look again
    expect(large.given!.id).toBe(0);
  });

  it("point where a mark is going, in its side's look", () => {
    const stamps = new Stamps(SIDES);
    const into: number[] = [];
    stamps.put(into, mark({ moving: true, angle: Math.PI / 2 }), false);
    expect(into).toHaveLength(6);
    const pointer = stamps.list[into[3]!]!;
    expect(pointer).toMatchObject({ kind: "pointer", look: 1, angle: Math.PI / 2 });
    expect(into[5]! + pointer.side / 2).toBeGreaterThan(20.6 + 6); // south of it
  });

  it("begin a new round when there are too many, and no mark keeps an old number", () => {
    const stamps = new Stamps(SIDES);
    const first = mark({});
    stamps.put([], first, false);
    const { round } = stamps;
    for (let i = 0; i < 1600; i++) stamps.put([], mark({ r: 9 + i }), false);
    expect(stamps.round).toBe(round); // never within a picture
    stamps.tidy();
    expect(stamps.round).toBe(round + 1);
    const into: number[] = [];
    stamps.put(into, mark({ r: 12 }), false);
    stamps.put(into, first, false);
    expect([into[0], into[3]]).toEqual([0, 1]);
  });
});

describe("a film that lies apart", () => {
  async function packed(part: object): Promise<string> {
    const stream = new Blob([JSON.stringify(part)]).stream().pipeThrough(new CompressionStream("gzip"));
    return btoa(String.fromCharCode(...new Uint8Array(await new Response(stream).arrayBuffer())));
  }

  it("is completed once, and its element is let go", async () => {
    const film = { run: 7, tracks: [], beliefs: [], happenings: [] } as unknown as Film;
    let there: { textContent: string; remove(): void } | null = {
      textContent: await packed({ tracks: [{ unit: 3 }], happenings: [{ minute: 5 }] }),
      remove: () => (there = null),
    };
    let asked = 0;
    const from = { getElementById: (id: string) => (id === "page-film-gz-2" ? (asked++, there) : null) } as unknown as Document;
    expect(isWhole(film, 2, from)).toBe(false);
    const [one, two] = await Promise.all([complete(film, 2, from), complete(film, 2, from)]);
    expect(one).toBe(two);
    expect(film).toMatchObject({ run: 7, tracks: [{ unit: 3 }], beliefs: [], happenings: [{ minute: 5 }] });
    expect(isWhole(film, 2, from)).toBe(true);
    expect(there).toBeNull();
    expect(isWhole({ ...film }, 0, from)).toBe(true); // nothing of it lies apart
    expect(asked).toBeGreaterThan(0);
  });
});
