import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from secondunit.adapters.engine.presence import Presence

HOLDER = """
import sys, time, pathlib
from secondunit.adapters.engine.presence import Presence
Presence(pathlib.Path(sys.argv[1])).hold(7)
print("there", flush=True)
time.sleep(60)
"""


def test_a_worker_is_gone_when_it_lets_go_or_never_was(tmp_path: Path) -> None:
    presence = Presence(tmp_path)
    assert presence.is_gone(7)
    presence.hold(7)
    assert not Presence(tmp_path).is_gone(7)
    presence.let_go(7)
    assert Presence(tmp_path).is_gone(7)


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="nothing can be frozen here")
def test_a_frozen_worker_is_not_gone_and_a_killed_one_is(tmp_path: Path) -> None:
    holder = subprocess.Popen(  # noqa: S603  our own program
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdout=subprocess.PIPE
    )
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"there\n"
    os.kill(holder.pid, signal.SIGSTOP)
    assert not Presence(tmp_path).is_gone(7)
    holder.kill()
    holder.wait()
    holder.stdout.close()
    until = time.monotonic() + 5
    while not Presence(tmp_path).is_gone(7) and time.monotonic() < until:
        time.sleep(0.05)
    assert Presence(tmp_path).is_gone(7)
