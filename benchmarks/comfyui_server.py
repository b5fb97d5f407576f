"""A real ComfyUI on the CPU without weights, and the adapter run against it: ``make comfyui``.

Everything goes into ``.comfyui/``: an environment of its own (about 1.5 GB) and the source. What is
there already is used:

    COMFYUI=FOLDER          a ComfyUI source tree; else it is cloned at a fixed tag
    COMFYUI_PYTHON=FILE     a Python that has its requirements; else one is made
    COMFYUI_TORCH=NAME      which torch to install there (``torch==2.13.0+cpu``)

It runs as another program, is spoken to over HTTP alone and never imported: its licence is GPL-3.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HOME = Path(".comfyui")
TAG = "v0.8.2"
SOURCE = "https://github.com/comfyanonymous/ComfyUI"
WAIT_SECONDS = 180

BESIDE = ("torchvision==0.28.0",)
"""Installed without what it wants: its builds of the CPU and of CUDA differ in operators alone."""

APART = ("torch", "torchvision", "torchaudio", "comfyui-frontend-package", "comfyui-workflow")
"""Requirements that are installed otherwise, or not needed by a server without a front end."""

SHIM = '''
"""Registers no stand-in for operators that this build of torchvision lacks, and starts ComfyUI."""
import runpy, sys
import torch
real = torch.library.register_fake
def tolerant(op, *args, **kwargs):
    def wrap(function):
        try:
            return real(op, *args, **kwargs)(function)
        except RuntimeError:
            return function
    return wrap
torch.library.register_fake = tolerant
sys.argv = ["main.py", *sys.argv[1:]]
sys.path.insert(0, ".")
runpy.run_path("main.py", run_name="__main__")
'''


def source_folder() -> Path:
    """The source tree, cloned where it is not there."""
    given = os.environ.get("COMFYUI", "")
    folder = Path(given) if given else HOME / "source"
    if not (folder / "main.py").is_file():
        print(f"cloning ComfyUI {TAG}")
        run("git", "clone", "--quiet", "--depth", "1", "--branch", TAG, SOURCE, str(folder))
    return folder.resolve()


def python_of(source: Path) -> str:
    """A Python that can run it, made where none was given."""
    given = os.environ.get("COMFYUI_PYTHON", "")
    if given:
        return given
    made = HOME.resolve() / "venv" / "bin" / "python"
    ready = HOME / "venv" / ".ready"
    if not ready.is_file():
        print("installing what ComfyUI needs (about 1.5 GB)")
        run(sys.executable, "-m", "venv", str(HOME / "venv"))
        pip = (str(made), "-m", "pip", "install", "--quiet")
        torch = os.environ.get("COMFYUI_TORCH", "torch")
        wanted = [
            line.strip()
            for line in (source / "requirements.txt").read_text(encoding="utf-8").splitlines()
            if line.strip() and not line.startswith(("#", *APART))
        ]
        run(*pip, torch, "torchsde", "requests", *wanted)
        run(*pip, "--no-deps", *BESIDE, "comfyui-workflow-templates==0.7.67")
        run(*pip, "--no-deps", "comfyui-workflow-templates-core")
        ready.touch()
    return str(made)


@contextmanager
def serving(python: str, source: Path) -> Iterator[str]:
    """A server on a free port of loopback; its address."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    kept = (HOME / "run").resolve()
    for name in ("input", "output", "temp", "user", "front"):
        (kept / name).mkdir(parents=True, exist_ok=True)
    (kept / "front" / "index.html").write_text("ok", encoding="utf-8")
    (kept / "start.py").write_text(SHIM, encoding="utf-8")
    command = [python, str(kept / "start.py"), "--cpu", "--listen", "127.0.0.1"]
    command += ["--port", str(port), "--disable-api-nodes", "--disable-all-custom-nodes"]
    command += ["--front-end-root", str(kept / "front"), "--database-url", "sqlite:///:memory:"]
    for name in ("input", "output", "temp", "user"):
        command += [f"--{name}-directory", str(kept / name)]
    with (kept / "server.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=source, stdout=log, stderr=subprocess.STDOUT)
        try:
            yield awaited(f"http://127.0.0.1:{port}", server, kept / "server.log")
        finally:
            server.terminate()
            server.wait(30)


def awaited(address: str, server: subprocess.Popen[bytes], log: Path) -> str:
    """The address, once it answers."""
    began = time.monotonic()
    while server.poll() is None and time.monotonic() - began < WAIT_SECONDS:
        try:
            with urllib.request.urlopen(f"{address}/system_stats", timeout=5):  # noqa: S310  loopback
                print(f"ComfyUI answers after {time.monotonic() - began:.1f} s at {address}")
                return address
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    tail = "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-20:])
    sys.exit(f"ComfyUI did not start:\n{tail}")


def run(*command: str) -> None:
    """A command that has to succeed."""
    done = subprocess.run(command, check=False)
    if done.returncode:
        sys.exit(f"{command[0]} failed: {' '.join(command[1:])}")


def main() -> int:
    """Start a ComfyUI and run the adapter against it; the exit code of the tests."""
    HOME.mkdir(exist_ok=True)
    source = source_folder()
    with serving(python_of(source), source) as address:
        tests = [sys.executable, "-m", "pytest", "-q", "tests/contract/test_real_comfyui.py"]
        done = subprocess.run(tests, env={**os.environ, "SECONDUNIT_COMFYUI": address}, check=False)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
