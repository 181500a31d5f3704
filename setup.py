"""Compile the kernel while installing, if there is a compiler; install the interpreted one in any case.

Everything else about the package is in pyproject.toml.
"""

import importlib.util
import os
import shutil
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_ext import build_ext
from setuptools.command.build_py import build_py

HERE = Path(__file__).resolve().parent


def load_amalgam():
    """engine/amalgam.py, without importing the package (its dependencies are not there yet)."""
    path = HERE / "src" / "dualpower" / "engine" / "amalgam.py"
    spec = importlib.util.spec_from_file_location("dualpower_amalgam", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class CleanBuildPy(build_py):
    """Begin with an empty folder: what an earlier build left there must not ship."""

    def run(self):
        if not self.editable_mode:
            shutil.rmtree(Path(self.build_lib) / "dualpower", ignore_errors=True)
        super().run()


class BuildKernel(build_ext):
    """Join the rooms, translate them, compile the result."""

    def run(self):
        amalgam = load_amalgam()
        # An editable install puts the binary beside the sources, a plain one into the build folder. Whatever
        # an earlier build left in that place goes first: if this one fails, nothing stale may stand in for it.
        beside = self.inplace or self.editable_mode
        package = (HERE / "src" if beside else Path(self.build_lib)) / "dualpower" / "engine"
        for stale in package.glob("_kernel.*"):
            stale.unlink()
        self.force = True
        folder = Path(self.build_temp) / "amalgam"
        shutil.rmtree(folder, ignore_errors=True)
        made = self.translate(amalgam, folder)
        if made is None:
            return
        # the placeholder stays the same object: other commands hold on to it
        placeholder = self.extensions[0]
        for name in ("sources", "extra_compile_args", "optional", "depends", "language", "define_macros"):
            setattr(placeholder, name, getattr(made, name))
        super().run()

    def translate(self, amalgam, folder):
        """The extension to compile; None (with a warning) where Cython refuses and nobody insists."""
        try:
            return amalgam.extension(folder, HERE / "src" / "dualpower" / "engine", amalgam.ROOMS)
        except amalgam.AmalgamError:
            raise
        except Exception as error:
            if "compiler" in os.environ.get("DUALPOWER_REQUIRE", ""):
                raise
            self.warn(f"the kernel does not translate to C ({error}); installing the interpreted engine")
            return None


setup(
    ext_modules=[Extension("dualpower.engine._kernel", sources=[], optional=True)],
    cmdclass={"build_py": CleanBuildPy, "build_ext": BuildKernel},
)
