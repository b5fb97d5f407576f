import re
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen


def test_the_studio_opens_and_prints_where(tmp_path: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "secondunit",
        "studio",
        "--shelf",
        str(tmp_path),
        "--port",
        "0",
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as opened:  # noqa: S603  our own command
        assert opened.stdout is not None
        try:
            said = opened.stdout.readline()
            address = re.search(r"http://127\.0\.0\.1:\d+/welcome\?key=\S+", said)
            assert address is not None, said
            with urlopen(address[0], timeout=20) as page:  # noqa: S310  loopback
                assert b"Welcome to your studio" in page.read()
        finally:
            opened.terminate()
