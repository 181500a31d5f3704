"""The folder a studio works in: own scenarios as files, experiments as folders of results.

    workspace/
      studio.sqlite            what was asked, and how far it came (store.py)
      scenarios/ID/*.yaml      own scenarios
      experiments/ID/source/   the scenario as it was when the experiment was asked for
      experiments/ID/result/   its histories, as ``dualpower simulate -o`` writes them

A path is made of a checked id and a checked file name, never of what a client wrote, and nothing that is a
link is followed: what is outside the folder is neither read nor written.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import tempfile
from pathlib import Path

from dualpower.faces.studio.limits import Limits
from dualpower.faces.studio.models import FILE, NAME
from dualpower.faces.studio.refusal import Refusal
from dualpower.files import whole
from dualpower.saying import cure, say
from dualpower.scenario import catalog

SUFFIXES = (".yaml", ".geojson", ".md")


def digest(text: str) -> str:
    """Return the sha256 of a text."""
    return hashlib.sha256(text.encode()).hexdigest()


class Workspace:
    """The files below one folder."""

    def __init__(self, folder: Path, limits: Limits) -> None:
        self.folder = folder.resolve()
        self.limits = limits
        self.scenarios, self.experiments = self.folder / "scenarios", self.folder / "experiments"
        for path in (self.folder, self.scenarios, self.experiments):
            path.mkdir(parents=True, exist_ok=True)

    # --- scenarios

    def own(self) -> list[str]:
        """Return the ids of own scenarios, in order."""
        return sorted(path.parent.name for path in self.scenarios.glob("*/scenario.yaml") if _is_name(path.parent.name))

    def source(self, key: str) -> Path:
        """Return the folder of a scenario, own or the package's. Raises Refusal 404."""
        if _is_name(key):
            path = self.scenarios / key
            if path.is_dir() and not path.is_symlink() and (path / "scenario.yaml").is_file():
                return path
            if key in catalog.ids():
                return catalog.FOLDER / key
        raise Refusal(404, "E118", say("E118-unknown", name=repr(key[:80])), cure("list", address="GET /api/scenarios"))

    def is_own(self, key: str) -> bool:
        """Whether a scenario is here and may be edited."""
        return _is_name(key) and (self.scenarios / key / "scenario.yaml").is_file()

    def files(self, key: str) -> list[Path]:
        """Return the files of a scenario that are texts, in order, scenario.yaml first."""
        found = [
            path for path in self.source(key).iterdir()
            if path.suffix in SUFFIXES and path.is_file() and not path.is_symlink() and re.fullmatch(FILE, path.name)
        ]  # fmt: skip
        return sorted(found, key=lambda path: (path.name != "scenario.yaml", path.suffix != ".yaml", path.name))

    def copy(self, key: str, of: str | None) -> None:
        """Make an own scenario. Raises Refusal 409 for a name that is taken, 429 when there are too many."""
        if self.is_own(key) or key in catalog.ids() or (self.scenarios / key).exists():
            raise Refusal(409, "E803", say("E803-taken", name=key), cure("other-name"))
        if len(self.own()) >= self.limits.scenarios:
            raise Refusal(429, "E903", say("E903-scenarios", n=self.limits.scenarios), cure("remove-one"))
        scratch = Path(tempfile.mkdtemp(prefix=".new-", dir=self.scenarios))
        try:
            target = scratch / key
            if of is None:
                from dualpower.scenario.template import new

                new(target)
            else:
                target.mkdir()
                for path in self.files(of):
                    text = path.read_text(encoding="utf-8")
                    if path.name == "scenario.yaml":
                        text = re.sub(r"(?m)^id: .*$", f"id: {key}", text, count=1)
                    (target / path.name).write_text(text, encoding="utf-8")
            os.replace(target, self.scenarios / key)
        finally:
            shutil.rmtree(scratch, ignore_errors=True)

    def file(self, key: str, name: str) -> Path:
        """Return the path of one file of an own scenario. Raises Refusal 403 for one of the package, 404."""
        self.source(key)
        if not self.is_own(key):
            raise Refusal(403, "E904", say("E904-package", scenario=key), cure("copy"))
        if not re.fullmatch(FILE, name):
            raise Refusal(422, "E901", say("E901-name"), cure("file-name"))
        path = self.scenarios / key / name
        if path.is_symlink():
            raise Refusal(403, "E904", say("E904-link", name=name), cure("file-itself"))
        return path

    def save(self, key: str, name: str, text: str, before: str) -> str:
        """Write one file of an own scenario, whole or not at all; return its digest.

        Raises:
            Refusal: 409 when the file is no longer the one that was read, 413 when it is too large.
        """
        path = self.file(key, name)
        if len(text.encode()) > self.limits.file:
            raise Refusal(413, "E102", say("E102-save", name=name, most=self.limits.file), cure("see-include"))
        there = digest(path.read_text(encoding="utf-8")) if path.exists() else ""
        if there != before:
            raise Refusal(409, "E905", say("E905-changed", name=name), cure("join-two"))
        if not there and len(self.files(key)) >= self.limits.files:
            raise Refusal(429, "E903", say("E903-files", scenario=key, n=self.limits.files), cure("join-files"))
        write(path, text.encode())
        return digest(text)

    def remove_file(self, key: str, name: str) -> None:
        """Remove one file of an own scenario; scenario.yaml stays as long as the scenario."""
        path = self.file(key, name)
        if name == "scenario.yaml":
            raise Refusal(409, "E905", say("E905-needed"), cure("remove-whole"))
        if not path.exists():
            raise Refusal(404, "E101", say("E101-file", scenario=key, name=name), cure("get-files"))
        path.unlink()

    def remove(self, key: str) -> None:
        """Remove an own scenario; its experiments keep what they were run with."""
        self.file(key, "scenario.yaml")
        trash = Path(tempfile.mkdtemp(prefix=".old-", dir=self.scenarios))
        os.replace(self.scenarios / key, trash / key)
        shutil.rmtree(trash, ignore_errors=True)

    # --- experiments

    def result(self, key: str) -> Path:
        """Return the folder of an experiment's histories."""
        return self.experiments / _checked(key) / "result"

    def frozen(self, key: str) -> Path:
        """Return the folder of the scenario as it was when the experiment was asked for."""
        return self.experiments / _checked(key) / "source"

    def freeze(self, key: str, scenario: str) -> None:
        """Keep the scenario with the experiment, so that later edits change nothing in it."""
        target = self.frozen(key)
        target.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=".new-", dir=target.parent))
        for path in self.files(scenario):
            shutil.copyfile(path, scratch / path.name)
        os.replace(scratch, target)

    def forget(self, key: str) -> None:
        """Remove what an experiment made."""
        shutil.rmtree(self.experiments / _checked(key), ignore_errors=True)


def write(path: Path, body: bytes) -> None:
    """Write a file whole: a kill leaves the old one or the new one."""
    with whole(path) as file:
        file.write(body)


def _is_name(key: str) -> bool:
    return len(key) <= 64 and re.fullmatch(NAME, key) is not None


def _checked(key: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{12}", key):
        raise Refusal(404, "E906", say("E906-experiment"), cure("list", address="GET /api/experiments"))
    return key
