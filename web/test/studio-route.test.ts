import { describe, expect, it } from "vitest";
import { read, room } from "../src/studio/lib/route";

describe("addresses of the studio", () => {
  it("lead to their screens", () => {
    expect(read("/", "")).toEqual({ screen: "scenarios" });
    expect(read("/scenarios/my-city", "")).toEqual({ screen: "editor", id: "my-city" });
    expect(read("/scenarios/my-city/watch", "")).toEqual({ screen: "watch", id: "my-city" });
    expect(read("/experiments", "?scenario=my-city")).toEqual({ screen: "experiments", scenario: "my-city" });
    expect(read("/experiments/0a1b", "")).toEqual({ screen: "result", id: "0a1b" });
    expect(read("/compare", "?first=a&second=b")).toEqual({ screen: "compare", first: "a", second: "b" });
  });

  it("lead to the scenarios where nothing is", () => {
    expect(read("/nowhere", "")).toEqual({ screen: "scenarios" });
  });

  it("belong to one entry of the navigation", () => {
    expect(room(read("/scenarios/x/watch", ""))).toBe("scenarios");
    expect(room(read("/experiments/x", ""))).toBe("experiments");
    expect(room(read("/compare", ""))).toBe("compare");
  });
});
