/** Which screen an address asks for. What follows a # belongs to the screen itself. */

export type Place =
  | { screen: "scenarios" }
  | { screen: "editor"; id: string }
  | { screen: "watch"; id: string }
  | { screen: "experiments"; scenario: string }
  | { screen: "result"; id: string }
  | { screen: "compare"; first: string; second: string };

/** Read an address; what is not there leads to the scenarios. */
export function read(path: string, query: string): Place {
  const [room = "", id = "", more = ""] = path.split("/").filter(Boolean).map(decodeURIComponent);
  const asked = new URLSearchParams(query);
  if (room === "scenarios" && id) return more === "watch" ? { screen: "watch", id } : { screen: "editor", id };
  if (room === "experiments" && id) return { screen: "result", id };
  if (room === "experiments") return { screen: "experiments", scenario: asked.get("scenario") ?? "" };
  if (room === "compare") return { screen: "compare", first: asked.get("first") ?? "", second: asked.get("second") ?? "" };
  return { screen: "scenarios" };
}

/** Which entry of the navigation a screen belongs to. */
export const room = (place: Place): "scenarios" | "experiments" | "compare" =>
  place.screen === "compare"
    ? "compare"
    : place.screen === "result" || place.screen === "experiments"
      ? "experiments"
      : "scenarios";
