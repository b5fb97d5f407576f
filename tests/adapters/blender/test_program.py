import sys
import time
from pathlib import Path

import pytest

from secondunit.adapters.blender.program import command_line, find_program, run_apart
from secondunit.core.errors import AnswerUnreadable, NotConfigured, Unavailable


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


def test_without_a_blender_it_is_said_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotConfigured, match="no Blender") as caught:
        find_program("")
    assert "SECONDUNIT_BLENDER" in caught.value.remedy


def test_a_name_that_leads_nowhere_is_refused_by_that_name(tmp_path: Path) -> None:
    with pytest.raises(NotConfigured, match="/nowhere/blender"):
        find_program("/nowhere/blender")
    plain = tmp_path / "blender"
    plain.write_text("no program", encoding="utf-8")
    with pytest.raises(NotConfigured):
        find_program(str(plain))


def test_the_blender_on_the_path_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = tmp_path / "blender"
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_program("") == program


def test_blender_starts_without_a_users_settings_or_a_files_scripts() -> None:
    command = command_line(Path("/opt/blender"), Path("driver.py"), Path("job.json"))
    assert {"--background", "--factory-startup", "--disable-autoexec"} <= set(command)
    assert command[-2:] == ["--", "job.json"]


def test_a_python_with_bpy_is_started_apart_from_its_users_packages() -> None:
    command = command_line(Path("/opt/bin/python3.11"), Path("driver.py"), Path("job.json"))
    assert command == ["/opt/bin/python3.11", "-I", "driver.py", "--", "job.json"]


def test_the_last_lines_of_a_program_that_fails_are_shown(tmp_path: Path) -> None:
    said = "[print('line', n) for n in range(40)]; raise SystemExit(7)"
    with pytest.raises(AnswerUnreadable, match="exit code 7") as caught:
        run_apart(python(said), tmp_path, 60)
    assert "line 39" in caught.value.message
    assert "line 30" not in caught.value.message


def test_a_program_that_is_late_is_ended_with_all_it_started(tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    child = f"import time, pathlib; time.sleep(4); pathlib.Path({str(alive)!r}).touch()"
    code = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"
    with pytest.raises(Unavailable, match="after 1 s") as caught:
        run_apart(python(code), tmp_path, 1)
    assert "--limit" in caught.value.remedy
    time.sleep(4)
    assert not alive.exists()


def test_a_program_that_cannot_be_started_is_no_traceback(tmp_path: Path) -> None:
    with pytest.raises(NotConfigured, match="cannot be started"):
        run_apart([str(tmp_path / "none")], tmp_path, 5)


def test_keys_proxies_and_the_persons_home_do_not_reach_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOME_API_KEY", "secret")
    monkeypatch.setenv("HTTPS_PROXY", "http://somewhere")
    monkeypatch.setenv("HOME", "/where/a/person/lives")
    said = run_apart(python("import os; print(dict(os.environ))"), tmp_path, 60)
    assert "secret" not in said
    assert "somewhere" not in said
    assert "/where/a/person/lives" not in said
