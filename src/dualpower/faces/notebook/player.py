"""The live player: choose a scenario, its luck and a history, and watch it, in Jupyter or marimo."""

from __future__ import annotations

from importlib.resources import files
from typing import Any

from dualpower.analysis import histories
from dualpower.errors import DualpowerError
from dualpower.telling.language import load, pick
from dualpower.telling.page.contract import Page

try:
    import anywidget
    import traitlets
except ImportError as missing:
    cure = "python -m pip install 'dualpower[notebook]'"
    raise ImportError(f"the live player needs anywidget, which is not installed: {cure}") from missing

_HOME = files("dualpower").joinpath("faces", "notebook")
MOST = 8_000_000  # characters of a page that is sent to the browser


WORDS = ("scenario", "seed", "number", "watch", "loading")  # those of [studio] that the widget says


def _worded(page: Page) -> Page:
    """Return the page with the words of what stands above the player."""
    texts = {
        code: {**sections, "studio": {word: load(code).word("studio", word) for word in WORDS}}
        for code, sections in page.texts.items()
    }
    return page.model_copy(update={"texts": texts})


class Player(anywidget.AnyWidget):  # type: ignore[misc]
    """One history on the map; the reader can ask for another.

    Args:
        target: a scenario's id, file or folder, or a loaded scenario. Those of the catalogue can be chosen beside it.
        seed, run: which history.
        variant: one of the scenario's alternative histories.
        decisions: "drawn" or "history"; parameters: as in ``simulate``.
        language: en, es, pl or ru.
    Raises:
        ScenarioError, DualpowerError: as ``dualpower.tell``.
        ValueError: no such language.
    """

    _esm = _HOME.joinpath("widget.js").read_text(encoding="utf-8")
    page = traitlets.Unicode("").tag(sync=True)
    scenarios = traitlets.Dict({}).tag(sync=True)
    scenario = traitlets.Unicode("").tag(sync=True)
    seed = traitlets.Int(0).tag(sync=True)
    run = traitlets.Int(0).tag(sync=True)
    language = traitlets.Unicode("en").tag(sync=True)
    busy = traitlets.Bool(False).tag(sync=True)
    trouble = traitlets.Unicode("").tag(sync=True)
    asked = traitlets.Dict({}).tag(sync=True)

    def __init__(
        self, target: Any = "moscow-1917", *, seed: int = 0, run: int = 0, variant: str | None = None,
        decisions: str = "drawn", parameters: str = histories.PRIOR, language: str = "en",
    ) -> None:  # fmt: skip
        load(language)
        self._how = {"decisions": decisions, "parameters": parameters}
        self._given = histories.load(target, variant=variant)
        self._known: dict[str, Any] = {self._given.id: self._given}
        super().__init__(scenarios=self._titles(language), language=language)
        self.watch(self._given.id, seed=seed, run=run)
        self.observe(self._on_asked, names="asked")

    def _titles(self, language: str) -> dict[str, str]:
        from dualpower.scenario import catalog

        found = {self._given.id: pick(self._given.scenario.title, language) or self._given.id}
        return found | {key: key for key in catalog.ids() if key not in found}

    def watch(self, scenario: str | None = None, *, seed: int | None = None, run: int | None = None) -> None:
        """Show another history; what is not named stays as it is. Raises DualpowerError."""
        from dualpower import tell

        key = scenario or self.scenario
        if key not in self.scenarios:
            raise DualpowerError("E118", f"no scenario is called {key!r}", f"there are {', '.join(self.scenarios)}")
        if key not in self._known:
            self._known[key] = histories.load(key)
        self.busy = True
        try:
            told = tell(
                self._known[key], seed=self.seed if seed is None else seed, run=self.run if run is None else run,
                language=self.language, **self._how,
            )  # fmt: skip
            text = "" if told.whole is None else _worded(told.whole()).model_dump_json()
            if len(text) > MOST:
                raise DualpowerError("E860", "this run is too long to be shown here", "dualpower report shows it")
            self.scenario, self.seed, self.run, self.trouble = key, told.seed, told.run, ""
            self.page = text
        finally:
            self.busy = False

    def _on_asked(self, change: Any) -> None:
        wanted = change["new"]
        try:
            self.watch(str(wanted.get("scenario")), seed=int(wanted.get("seed", 0)), run=int(wanted.get("run", 0)))
        except (DualpowerError, TypeError, ValueError) as trouble:
            self.trouble = str(trouble)
