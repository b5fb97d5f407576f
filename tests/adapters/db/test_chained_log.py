import multiprocessing
import sqlite3
from pathlib import Path

from tests.adapters.egress.gates import FixedClock

from secondunit.adapters.db.chained_log import SqlChainedLog
from secondunit.adapters.db.engine import open_engine
from secondunit.core.decision import chain_hash

DAY = FixedClock()


def open_log(folder: Path, name: str = "egress", title: str = "two-rooms") -> SqlChainedLog:
    return SqlChainedLog(open_engine(folder), title, name, folder=folder, clock=DAY)


def append_some(folder: Path, who: str) -> None:
    log = open_log(folder)
    for number in range(10):
        log.append(kind="opened", by=who, body={"n": number})


def test_entries_are_chained_and_read_back_from_where_one_left_off(tmp_path: Path) -> None:
    log = open_log(tmp_path)
    first = log.append(kind="opened", by="Lea", body={"a": 1})
    second = log.append(kind="closed", by="Lea", body={"a": 2})
    assert second.previous == first.hash
    assert [entry.sequence for entry in log.after(0)] == [1, 2]
    assert log.after(1) == [second]
    assert log.verify() == []


def test_two_logs_and_two_titles_do_not_see_each_other(tmp_path: Path) -> None:
    open_log(tmp_path, "rights").append(kind="policy", by="Lea", body={})
    open_log(tmp_path, title="other").append(kind="opened", by="Lea", body={})
    assert open_log(tmp_path).after(0) == []


def test_several_processes_append_to_one_chain(tmp_path: Path) -> None:
    open_log(tmp_path)
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=append_some, args=(tmp_path, who)) for who in ("a", "b")]
    for each in workers:
        each.start()
    for each in workers:
        each.join(60)
    log = open_log(tmp_path)
    assert len(log.after(0)) == 20
    assert log.verify() == []


def test_an_edit_is_found(tmp_path: Path) -> None:
    log = open_log(tmp_path)
    for number in range(3):
        log.append(kind="opened", by="Lea", body={"n": number})
    with sqlite3.connect(tmp_path / "production.db") as connection:
        connection.execute("UPDATE chained_log SET by = 'Nobody' WHERE sequence = 2")
    (finding,) = log.verify()
    assert finding.where == "egress log entry 2"
    assert "edited" in finding.message


def test_a_cut_tail_and_a_rewritten_log_are_found_by_the_note_outside(tmp_path: Path) -> None:
    log = open_log(tmp_path)
    for number in range(3):
        log.append(kind="opened", by="Lea", body={"n": number})
    with sqlite3.connect(tmp_path / "production.db") as connection:
        connection.execute("DELETE FROM chained_log WHERE sequence = 3")
    assert any("cut off" in finding.message for finding in log.verify())
    log.append(kind="opened", by="Lea", body={"n": 99})
    (tmp_path / "egress-head.json").unlink()
    assert [finding.rule for finding in log.verify()] == ["journal.no-witness"]


def test_a_hash_covers_every_field(tmp_path: Path) -> None:
    entry = open_log(tmp_path).append(kind="opened", by="Lea", body={})
    assert chain_hash(entry) == entry.hash
