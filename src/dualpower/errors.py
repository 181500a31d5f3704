"""What can be wrong with a scenario, a request or a store, and how it is said.

Every problem has a stable code, the place where it stands and a cure. A reader of the code
finds one line per code below; docs/format.md has a heading for each ('Errors').
"""

from __future__ import annotations

from dataclasses import dataclass

from dualpower.saying import cure

TYPE_CHECKING = False  # typing is slow to load, and errors are loaded first
if TYPE_CHECKING:
    from typing import Any

CODES: dict[str, str] = {
    # E1xx reading files
    "E101": "the file cannot be read",
    "E102": "the file is too large",
    "E103": "the file is not UTF-8",
    "E104": "the file holds a NUL or another control character",
    "E105": "the YAML is malformed",
    "E106": "values are nested too deep",
    "E107": "a key is written twice",
    "E108": "an anchor or an alias is used",
    "E109": "a merge key is used",
    "E110": "a tag is used",
    "E111": "the file holds several documents",
    "E112": "the file is empty",
    "E113": "the top level is not a mapping",
    "E114": "an include leaves the scenario's folder",
    "E115": "includes go round in a circle",
    "E116": "two files define the same thing",
    "E117": "a key is not a plain word",
    "E118": "no such scenario",
    # E2xx the language and its names
    "E201": "unknown field",
    "E202": "a required field is missing",
    "E203": "a value has the wrong type",
    "E204": "a word is not in its vocabulary",
    "E205": "an id is badly formed",
    "E206": "an impossible number",
    "E207": "a quantity is badly written",
    "E210": "unknown authority or body",
    "E211": "unknown site",
    "E212": "unknown gate",
    "E213": "unknown unit",
    "E214": "unknown line",
    "E215": "unknown issue",
    "E216": "unknown faction, motion or assembly",
    "E217": "unknown plan, decision, option or outside event",
    "E218": "unknown stock, kind or posture",
    "E220": "a site that no chain of links reaches",
    "E221": "a unit without men",
    "E222": "a gate opens on a site that no link joins",
    "E223": "one name for two things",
    "E224": "a pair that does not pair",
    "E230": "the engine cannot honour this",
    # E3xx evidence
    "E301": "a number without a claim",
    "E302": "unknown claim",
    "E303": "a claim that names no work",
    "E304": "a claim that names an unknown work",
    "E305": "a claim is badly formed",
    "E306": "a source is badly formed",
    "E307": "a number is asked of a claim that has none",
    "E308": "a fact of the start rests on a claim dated after it",
    "E309": "a second entry is badly formed",
    "E310": "a second entry of what the scenario does not have",
    "E311": "two claims contradict each other without saying so",
    "E312": "nothing in the evidence has this name",
    # E4xx time
    "E401": "an impossible date",
    "E402": "a time outside the scenario's start and end",
    "E403": "the end does not follow the start",
    "E404": "an impossible step or duration",
    # E5xx rules, plans, decisions, acts
    "E501": "a rule is malformed",
    "E502": "a rule is too long or too deep",
    "E503": "unknown function in a rule",
    "E504": "a function has the wrong number of arguments",
    "E505": "an argument is of the wrong kind",
    "E506": "types do not fit in a rule",
    "E507": "truly() where belief decides",
    "E508": "chances do not sum to 1",
    "E509": "not exactly one option is history's",
    "E510": "a condition that can never come true",
    "E511": "a condition reads the clock without saying why",
    "E512": "an act has no verb, or two",
    "E513": "an act has a modifier that its verb does not take, or lacks one it needs",
    "E514": "an act that only the outside may do",
    "E515": "no line joins speaker and hearer",
    # E6xx outcomes and marks
    "E601": "two outcomes can both hold",
    "E602": "no outcome may hold",
    "E603": "not exactly one outcome is history's",
    "E604": "an outcome needs either when or otherwise",
    "E605": "a mark lacks what its kind needs",
    "E606": "a mark's record is badly formed",
    "E607": "outcomes are too entangled to be told apart",
    # E7xx variants
    "E701": "a variant changes what does not exist",
    "E702": "variants go round in a circle",
    "E703": "unknown variant",
    "E704": "a variant may not change this",
    # E8xx runs and stores
    "E801": "an impossible number of runs",
    "E802": "an impossible seed",
    "E803": "the folder is not empty",
    "E804": "the folder cannot be written",
    "E805": "the store belongs to another ensemble",
    "E806": "another process is writing here",
    "E807": "the store is damaged or incomplete",
    "E808": "an unknown parameter or an impossible value for it",
    "E809": "an unknown decision or option was asked for",
    "E810": "an unknown event, watch or mark was asked for",
    "E811": "one alternative is asked for twice",
    "E812": "too few histories to say anything",
    "E813": "two variants clash",
    "E820": "no such outcome",
    "E822": "an outcome that never, or always, happens",
    "E823": "nothing can be undone",
    "E824": "an unknown lever",
    "E825": "a package is missing",
    "E826": "too many levers, or none",
    "E831": "a picture cannot be written in this form or to this file",
    "E832": "an impossible request to rank factors",
    "E841": "a mechanism is badly formed",
    "E842": "a mechanism speaks of what it cannot know",
    "E843": "two mechanisms speak at one point",
    "E844": "a function that its source does not name",
    "E851": "no such mark to leave out",
    "E852": "a mark that no history reaches",
    "E853": "no such parameters",
    "E854": "parameters learnt with another engine",
    "E855": "a file of parameters is damaged",
    "E860": "this copy has no page to fill",
    "E861": "a table cannot be read, or lacks a column",
    "E862": "two rows of one name",
    "E863": "a table names an unknown town or district",
    "E864": "an impossible date in a table",
    "E865": "an impossible number in a table",
    "E866": "a word in a table that is not of its vocabulary",
    "E867": "more than there is, as more votes than electors",
    "E868": "a town cannot be opened into this scenario",
    "E876": "the parts of an election do not fit together",
    "E877": "a table holds nothing to count or to score",
    "E878": "the scenario is no country",
    # E9xx the studio
    "E901": "a request is badly formed",
    "E902": "no such address or method",
    "E903": "a limit of the studio is reached",
    "E904": "this may not be written",
    "E905": "the file has changed in between",
    "E906": "no such experiment",
    "E907": "an answer took too much time or memory",
    "E908": "a host or an origin that is not allowed",
    "E909": "a token is needed",
    "E910": "the experiment's state does not allow this",
    "E911": "the studio cannot listen there",
    "E912": "an impossible token",
}


class DualpowerError(Exception):
    """Base of every error that a user can cause and cure. ``code`` is one of CODES."""

    def __init__(self, code: str, message: str, hint: str | None = None) -> None:
        self.code = code
        self.message = message
        self.hint = hint
        super().__init__(code, message)

    def __str__(self) -> str:
        cure = f" ({self.hint})" if self.hint else ""
        return f"{self.code}: {self.message}{cure}"


@dataclass(frozen=True)
class Problem:
    """One thing wrong at one place. Lines and columns count from 1; 0 means unknown."""

    code: str
    path: str
    message: str
    file: str = ""
    line: int = 0
    col: int = 0
    hint: str | None = None

    def __str__(self) -> str:
        cure = f" ({self.hint})" if self.hint else ""
        return f"{self.file}:{self.line}:{self.col}: {self.code}: {self.path or '.'}: {self.message}{cure}"


class ScenarioError(DualpowerError):
    """A scenario that cannot be used, with every problem found in it (``problems``, in file order)."""

    def __init__(self, problems: list[Problem]) -> None:
        if not problems:
            raise ValueError("a ScenarioError needs at least one problem")
        self.problems = sorted(problems, key=lambda p: (p.file, p.line, p.col, p.code))
        first = self.problems[0]
        super().__init__(first.code, first.message, first.hint)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class MissingPackageError(DualpowerError, ImportError):
    """A package of one of the extras is not installed (E825); the hint is the command that installs it."""


def optional(package: str, extra: str, what: str) -> Any:
    """Import a package of an extra and return it.

    Args:
        package: as it is imported.
        extra: the extra that brings it.
        what: what cannot be had without it, to be read before "needs".
    Raises:
        MissingPackageError: E825, with the command that installs the extra.
    """
    from importlib import import_module

    try:
        return import_module(package)
    except ImportError as missing:
        cure = f"python -m pip install 'dualpower[{extra}]'"
        raise MissingPackageError("E825", f"{what} needs {package}, which is not installed", cure) from missing


def near(word: str, known: object) -> str | None:
    """Return ``did you mean x?`` for the known word nearest to `word`, or None when none is near."""
    from difflib import get_close_matches

    match = get_close_matches(str(word), [str(k) for k in known], n=1, cutoff=0.6)  # type: ignore[attr-defined]
    return cure("near", word=match[0]) if match else None
