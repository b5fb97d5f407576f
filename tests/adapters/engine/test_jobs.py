import pytest
from tests.adapters.engine.engine_builder import a_job, engine_on
from tests.conftest import Database

from secondunit.core.errors import Conflict, InputError, NotFound
from secondunit.ports.engine import JobState


def test_a_job_is_queued_once_and_comes_back_as_it_was_asked(database: Database) -> None:
    with engine_on(database) as engine:
        engine.submit([a_job("one"), a_job("two", "render", priority=5)])
        engine.submit([a_job("one")])
        assert {each.job.id for each in engine.jobs()} == {"one", "two"}
        found = engine.find("two")
        assert found.job == a_job("two", "render", priority=5)
        assert (found.state, found.attempts, found.steps) == (JobState.QUEUED, 0, ())
        assert [each.job.id for each in engine.jobs(queue="io")] == ["one"]
        assert engine.jobs(JobState.DONE) == []


def test_a_job_is_found_by_the_beginning_of_its_id_when_only_one_begins_so(
    database: Database,
) -> None:
    with engine_on(database) as engine:
        engine.submit([a_job("take-aa"), a_job("take-ab")])
        assert engine.find("take-aa").job.id == "take-aa"
        with pytest.raises(InputError, match="several jobs begin with take-a"):
            engine.find("take-a")
        with pytest.raises(NotFound, match="no job other"):
            engine.find("other")


def test_a_queue_is_paused_and_resumed_by_its_name(database: Database) -> None:
    with engine_on(database) as engine:
        engine.pause("io")
        assert engine.paused() == ["io"]
        engine.resume("io")
        assert engine.paused() == []
        with pytest.raises(InputError, match="gpu"):
            engine.pause("gpu")


def test_a_queued_job_is_cancelled_and_queued_again(database: Database) -> None:
    with engine_on(database) as engine:
        engine.submit([a_job("one")])
        with pytest.raises(Conflict, match="queued"):
            engine.retry("one")
        engine.cancel("one")
        assert engine.find("one").state is JobState.CANCELLED
        engine.retry("one")
        assert engine.find("one").state is JobState.QUEUED


def test_productions_share_a_database_and_not_their_jobs(database: Database) -> None:
    from secondunit.adapters.engine.address import EngineAddress
    from secondunit.adapters.engine.dbos_engine import DbosEngine

    with engine_on(database) as engine:
        engine.submit([a_job("one")])
        other = DbosEngine(
            EngineAddress(production="play", folder=database.folder, server=database.server),
            database.open(),
        )
        assert other.jobs() == []
        other.close()
