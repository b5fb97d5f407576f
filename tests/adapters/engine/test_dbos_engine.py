import inspect

from tests.adapters.engine.engine_builder import a_job, engine_on, work_off
from tests.conftest import Database

from secondunit.ports.engine import Engine, JobState, Pace, Steps


def test_the_port_has_twelve_calls_and_the_engine_all_of_them(database: Database) -> None:
    calls = [name for name in vars(Engine) if not name.startswith("_")]
    assert len(calls) <= 12
    with engine_on(database) as engine:
        assert all(inspect.ismethod(getattr(engine, name)) for name in calls)


def test_jobs_that_ended_are_forgotten_after_their_days_and_open_ones_never(
    database: Database,
) -> None:
    def echo(steps: Steps, body: str) -> str:
        return steps.step("say", lambda: body)

    with engine_on(database) as engine:
        engine.submit([a_job("one"), a_job("open", "render")])
        work_off(engine, {"echo": echo})
        assert engine.tidy(14) == 0
        assert engine.tidy(-1) == 1
        assert [each.job.id for each in engine.jobs()] == ["open"]


def test_paused_jobs_stay_queued_until_they_are_resumed(database: Database) -> None:
    ran: list[str] = []

    def note(steps: Steps, body: str) -> str:
        ran.append(body)
        return steps.step("say", lambda: body)

    with engine_on(database) as engine:
        engine.pause("cpu")
        engine.submit([a_job("held", "cpu"), a_job("free", "io")])
        work_off(engine, {"echo": note}, "io")
        assert ran == ['"free"']
        engine.resume("cpu")
        work_off(engine, {"echo": note}, "cpu")
        assert ran == ['"free"', '"held"']


def test_the_pace_of_an_account_is_kept_with_the_production(database: Database) -> None:
    with engine_on(database) as engine:
        engine.set_pace("peer", Pace(calls=2, seconds=1))
        engine.set_pace("peer", None)
        with engine.turnstile.enter("peer", deadline_seconds=0):
            assert engine.jobs(JobState.QUEUED) == []


def test_the_library_still_gives_back_a_dead_workers_job_with_its_queue_and_its_count(
    database: Database,
) -> None:
    """Pins the private call that reaping needs: dbos>=3.4,<3.5."""
    with engine_on(database) as engine:
        engine.submit([a_job("one")])
        system = engine._jobs.client._sys_db
        back = system.reenqueue_for_recovery("one", ["nobody"], "other")
        assert back is False
        assert engine.find("one").job.queue == "io"
