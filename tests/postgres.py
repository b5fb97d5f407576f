"""A Postgres server for the length of a test run: Debian's binary, loopback, a port of its own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

WHERE = Path("/usr/lib/postgresql")
USER = "postgres"


def why_not() -> str:
    """Why there can be no server here, or "" where there can."""
    if not binaries():
        return "no Postgres server here (apt-get install postgresql)"
    if os.geteuid() == 0 and shutil.which("runuser") is None:
        return "Postgres refuses root, and there is no runuser to become somebody else"
    return ""


def binaries() -> Path | None:
    """Folder of the newest server's programs."""
    found = sorted(WHERE.glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if found:
        return found[-1].parent
    named = shutil.which("initdb")
    return Path(named).parent if named else None


class PostgresServer:
    """One server, its data in a temporary folder; without fsync, since nothing is to last."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="secondunit-pg-"))
        found = binaries()
        assert found is not None
        self._bin = found
        self._data = self.folder / "data"
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        if os.geteuid() == 0:
            shutil.chown(self.folder, USER)
        self._run([str(self._bin / "initdb"), "-D", str(self._data), "-A", "trust", "-U", USER])
        self._made = 0

    def start(self) -> None:
        """Start it and wait until it answers."""
        options = (
            f"-p {self.port} -c listen_addresses=127.0.0.1 -c fsync=off "
            f"-c unix_socket_directories={self.folder} -c max_connections=200"
        )
        log = str(self.folder / "log")
        program = str(self._bin / "pg_ctl")
        self._run([program, "-D", str(self._data), "-w", "-l", log, "-o", options, "start"])

    def stop(self, mode: str = "immediate") -> None:
        """Stop it; ``immediate`` is a crash."""
        program = str(self._bin / "pg_ctl")
        self._run([program, "-D", str(self._data), "-m", mode, "-w", "stop"])

    def address(self, database: str = USER) -> str:
        """Of one of its databases."""
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{database}"

    def new_database(self) -> str:
        """Address of a database that nobody has used."""
        import psycopg

        self._made += 1
        name = f"t{os.getpid()}_{self._made}"
        with psycopg.connect(self.address(), autocommit=True) as connection:
            connection.execute(f'CREATE DATABASE "{name}"'.encode())
        return self.address(name)

    def close(self) -> None:
        """Stop it and take its folder away."""
        try:
            self.stop()
        except subprocess.CalledProcessError:
            pid_file = self._data / "postmaster.pid"
            if pid_file.is_file():
                os.kill(int(pid_file.read_text().split()[0]), signal.SIGQUIT)
                time.sleep(0.5)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, command: Sequence[str]) -> None:
        as_user = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
        subprocess.run(  # noqa: S603  the server's own programs
            [*as_user, *command], check=True, capture_output=True, cwd="/", timeout=60
        )
