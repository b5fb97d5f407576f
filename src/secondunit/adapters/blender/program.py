"""Blender as a program of its own: where it is, how it is started, what it said when it failed.

It runs with factory settings, without a user's add-ons or scripts, without running scripts that a
file brings, and with an environment that holds no proxy, no key and no home of a person.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from secondunit.core.errors import AnswerUnreadable, NotConfigured, Unavailable

VARIABLE = "SECONDUNIT_BLENDER"
INSTALL = (
    "Install Blender 4.2 or later (blender.org), or `pip install bpy` into a Python 3.11 of its"
    f" own, and set {VARIABLE} to that program or that Python."
)
LAST_LINES = 6
"""Lines of a failed program's output that a person is shown."""
_KEPT = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP")


def find_program(named: str) -> Path:
    """The program: the one named, else ``blender`` on the path.

    Args:
        named: A Blender, or a Python that has bpy; "" for none.

    Raises:
        NotConfigured: There is none, or what is named cannot be started.
    """
    if named:
        found = shutil.which(named)
        if found is None:
            raise NotConfigured(
                f"{VARIABLE}={named} is no program that can be started", remedy=INSTALL
            )
        return Path(found)
    found = shutil.which("blender")
    if found is None:
        raise NotConfigured("there is no Blender on this machine", remedy=INSTALL)
    return Path(found)


def command_line(program: Path, script: Path, job: Path) -> list[str]:
    """What is started.

    >>> command_line(Path("/opt/python3.11"), Path("driver.py"), Path("job.json"))[1:]
    ['-I', 'driver.py', '--', 'job.json']
    """
    if program.name.casefold().startswith("python"):
        return [str(program), "-I", str(script), "--", str(job)]
    quiet = ["--background", "--factory-startup", "--disable-autoexec", "--python-exit-code", "3"]
    return [str(program), *quiet, "--python", str(script), "--", str(job)]


def run_apart(command: Sequence[str], folder: Path, patience: int) -> str:
    """Run the program in a group of processes of its own, and end all of them when it is late.

    Args:
        command: What is started.
        folder: Where it works, and what it takes for a home.
        patience: Seconds.

    Returns:
        What it printed.

    Raises:
        NotConfigured: It cannot be started.
        Unavailable: It took longer.
        AnswerUnreadable: It ended with anything but 0; the last lines it said are in the message.
    """
    with tempfile.TemporaryFile() as heard:
        try:
            running = subprocess.Popen(  # noqa: S603  the program a person named, our arguments
                list(command),
                cwd=folder,
                env=_environment(folder),
                stdin=subprocess.DEVNULL,
                stdout=heard,
                stderr=subprocess.STDOUT,
                start_new_session=sys.platform != "win32",
            )
        except OSError as error:
            raise NotConfigured(
                f"{command[0]} cannot be started: {error.strerror}", remedy=INSTALL
            ) from error
        try:
            code = running.wait(timeout=patience)
        except subprocess.TimeoutExpired as late:
            raise Unavailable(
                f"Blender had not finished after {patience} s and was ended",
                remedy="Give it more with --limit, or ask for fewer --samples or a smaller --size.",
            ) from late
        finally:
            _end(running)
        heard.seek(0)
        said = heard.read().decode("utf-8", "replace")
    if code:
        raise AnswerUnreadable(
            f"Blender failed with exit code {code}:\n{_last(said)}",
            remedy=f"Blender 4.2 or later is needed; {VARIABLE} names another one.",
        )
    return said


def _end(running: subprocess.Popen[bytes]) -> None:
    """End what still runs, and what it started."""
    if running.poll() is not None:
        return
    if sys.platform == "win32":
        running.kill()
    else:
        os.killpg(running.pid, signal.SIGKILL)
    running.wait()


def _environment(folder: Path) -> dict[str, str]:
    kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
    own = {
        name: str(folder / "blender")
        for name in ("BLENDER_USER_RESOURCES", "BLENDER_USER_CONFIG", "BLENDER_USER_SCRIPTS",
                     "BLENDER_USER_EXTENSIONS", "BLENDER_USER_DATAFILES")
    }  # fmt: skip
    return {**kept, **own, "HOME": str(folder), "PYTHONNOUSERSITE": "1"}


def _last(said: str) -> str:
    lines = [line.rstrip() for line in said.splitlines() if line.strip()]
    return "\n".join(f"  {line[:200]}" for line in lines[-LAST_LINES:]) or "  (it said nothing)"
