"""Whether a log tells a chronicle, and the calm parameters of the worlds that stories are told in."""

CALM = {
    "rho": 0.2, "m": 6, "bP": 0, "bW": 1, "bT": 1, "bH": 0.5, "bF": 0, "c": 1, "theta": 0.3, "sigma": 0.3,
    "delta": 0.5, "chi": 1, "Tb": 8, "xi": 0.15, "phi": 0.5, "lam": 0.02, "p": 0.35, "eta": 0.05, "bL": 0.2,
    "bI": 1, "iota": 1,
}  # fmt: skip
FIELDS = {"event", "who", "where", "unit", "cause", "other"}


def fits(pattern: dict, row: dict, rows: list[dict]) -> bool:
    """Whether a row of the log is what a pattern asks for."""
    if any(row[field] != pattern[field] for field in FIELDS & set(pattern)):
        return False
    if row["x"] < pattern.get("least", float("-inf")) or row["x"] > pattern.get("most", float("inf")):
        return False
    if "because" in pattern:
        return row["trigger"] >= 0 and rows[row["trigger"]]["event"] == pattern["because"]
    return True


def follows(chronicle: list[dict], rows: list[dict]) -> bool:
    """Whether the patterns occur in this order."""
    rest = iter(rows)
    return all(any(fits(pattern, row, rows) for row in rest) for pattern in chronicle)
