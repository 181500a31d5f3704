"""What goes over the wire, besides the page itself (telling/page/contract.py)."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from dualpower.telling.page.contract import Film, Texts

NAME = r"^[a-z0-9]+(?:-[a-z0-9]+)*$"
NEW = r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$"
FILE = r"^[A-Za-z0-9][A-Za-z0-9-]{0,59}\.(?:yaml|geojson|md)$"
Name = Annotated[str, Field(pattern=NAME, max_length=64, description="small letters, digits and hyphens, at most 64")]
FileName = Annotated[str, Field(pattern=FILE, description="a name without folders that ends in .yaml, .geojson or .md")]
Line = Annotated[str, Field(max_length=200, pattern=r"^[^\x00-\x1f\x7f]*$")]
State = Literal["queued", "running", "finished", "cancelled", "failed"]


class Part(BaseModel):
    """Nothing is accepted that is not named."""

    model_config = ConfigDict(extra="forbid")


class Trouble(Part):
    """Why a request was refused: a code, what is wrong and the cure; for a scenario, each problem with its line.

    ``message`` and ``hint`` are English; ``messages`` and ``hints`` the same by language, as far as it is translated.
    """

    code: str
    message: str
    hint: str = ""
    messages: Texts = {}
    hints: Texts = {}
    problems: list[Problem] = []


class Problem(Part):
    """One problem of a scenario. ``line`` and ``column`` count from 1; 0 where there is none.

    ``message`` and ``hint`` are English; ``messages`` and ``hints`` the same by language, as far as it is translated.
    """

    code: str
    file: str
    line: int
    column: int
    path: str
    message: str
    hint: str = ""
    messages: Texts = {}
    hints: Texts = {}


class ScenarioEntry(Part):
    """One scenario that can be run. Those of the package are read only; a copy may be edited."""

    id: str
    title: Texts
    summary: Texts
    start: str
    end: str
    own: bool
    variants: list[str] = []


class ScenarioList(Part):
    """Own scenarios first, then those of the package."""

    scenarios: list[ScenarioEntry]


class Copy(Part):
    """Make an own scenario: a copy of one that is there, or of the template when ``of`` is left out."""

    id: Annotated[str, Field(pattern=NEW, max_length=64, description="as all names, and beginning with a letter")]
    of: Name | None = None


class Document(Part):
    """One file of a scenario. ``digest`` is that of the text that was read: to save, give it back."""

    name: FileName
    text: str
    digest: str


class Documents(Part):
    """All files of a scenario."""

    id: str
    own: bool
    files: list[Document]


class Saving(Part):
    """A file to be saved. ``digest`` is that of the text it takes the place of; "" for a new file."""

    text: str = Field(max_length=2_000_000)
    digest: str = Field(default="", pattern=r"^(?:[0-9a-f]{64})?$")


class Draft(Part):
    """Files of a scenario as they are being typed; those left out are as saved."""

    files: dict[FileName, Annotated[str, Field(max_length=2_000_000)]] = Field(
        default={}, max_length=24, json_schema_extra={"additionalProperties": False}
    )


class Checked(Part):
    """What is wrong with a scenario; nothing when ``problems`` is empty."""

    problems: list[Problem]


class Row(Part):
    """One row of a table: an id and its cells as they are shown."""

    id: str
    cells: list[str]
    file: str
    line: int


class Sheet(Part):
    """The order of battle or the sites as a table."""

    name: Literal["units", "sites"]
    columns: list[str]
    rows: list[Row]


class Sheets(Part):
    """The tables of a scenario."""

    sheets: list[Sheet]


class NewExperiment(Part):
    """Many histories of a scenario, to be run. The same seed is the same luck."""

    scenario: Name
    title: Line = ""
    variant: Annotated[str, Field(max_length=200, pattern=r"^(?:[a-z0-9]+(?:[-+][a-z0-9]+)*)?$")] = ""
    runs: int = Field(default=500, ge=1, le=200_000)
    seed: int = Field(default=1917, ge=0, le=2**53 - 1)
    decisions: Literal["drawn", "history"] = "drawn"
    parameters: Literal["prior", "posterior"] = "prior"


class Experiment(NewExperiment):
    """An experiment as it stands."""

    id: str
    state: State
    done: int
    created: str
    seconds: float
    error: str = ""
    place: int = Field(default=0, description="place in the queue, 0 when it is not waiting")


class ExperimentList(Part):
    """All experiments, the newest first."""

    experiments: list[Experiment]


class Films(Part):
    """Whole histories of an experiment: up to three, and the first of them as a story in each language."""

    films: list[Film]
    story: dict[str, list[str]] = {}


class Words(Part):
    """The words of all screens: by language, section and key."""

    languages: list[str]
    texts: dict[str, dict[str, Any]]


class Shift(Part):
    """How much oftener the second ends so than the first, with its 90 % interval."""

    ending: str
    title: Texts
    history: bool
    first: float
    second: float
    shift: float
    low: float
    high: float
    clear: bool


class Comparison(Part):
    """Two experiments side by side; paired where both have the same luck."""

    first: Experiment
    second: Experiment
    paired: bool
    luck: Literal["common", "seed", "parameters", "scenario"] = Field(
        description="common, or what keeps the two from having the same luck"
    )
    pairs: int
    parted: list[int] = Field(default=[], description="numbers of the first pairs that end otherwise")
    unchanged: float | None = Field(default=None, description="share of pairs that end alike, where they are pairs")
    shifts: list[Shift]


class Health(Part):
    """That the studio is there, and what it is."""

    version: str
    workspace: str
    compiled: bool
    queued: int
    running: int


Trouble.model_rebuild()
