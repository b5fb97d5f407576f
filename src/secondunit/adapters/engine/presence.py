"""Who is certainly gone: each worker of this machine holds a lock that ends with its process.

A lease that ran out says that a worker was silent, not that it is dead: one that was frozen the
moment before it sent an order sends it when it wakes. The system gives a lock back only when the
process that held it has ended, so that whoever can take it knows.
"""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock, Timeout

FOLDER = ".workers"


class Presence:
    """The workers of this machine on one production.

    Args:
        folder: Of the production, on this machine.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder / FOLDER
        self._own: FileLock | None = None

    def hold(self, token: int) -> None:
        """Be there under a token, until the process ends or lets go."""
        self._folder.mkdir(exist_ok=True)
        self._own = FileLock(self._file(token))
        self._own.acquire()

    def let_go(self, token: int) -> None:
        """Be there no more."""
        if self._own is not None:
            self._own.release()
            self._own = None
            self._file(token).unlink(missing_ok=True)

    def is_gone(self, token: int) -> bool:
        """True when no process of this machine is there under that token.

        A worker of another machine cannot be seen from here, and counts as gone.
        """
        file = self._file(token)
        if not file.exists():
            return True
        try:
            lock = FileLock(file, timeout=0)
            lock.acquire()
        except Timeout:
            return False
        lock.release()
        return True

    def _file(self, token: int) -> Path:
        return self._folder / str(token)
