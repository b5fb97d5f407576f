from pathlib import Path

from tests.pipeline.take_job.desk_builder import make_desk
from tests.pipeline.take_job.peer import an_ordered_take

from secondunit.core.errors import InputError
from secondunit.pipeline.take_job.desk import Said, end, in_words, said, take_job
from secondunit.ports.take_bin import TakeState

TAKE = an_ordered_take()


def test_a_job_is_named_after_its_order_so_that_it_is_one_job_however_often() -> None:
    assert take_job(TAKE, "peer") == take_job(TAKE, "peer")
    assert take_job(TAKE, "peer").id != take_job(an_ordered_take(2), "peer").id


def test_orders_that_leave_wait_for_io_and_those_made_here_are_rendered() -> None:
    assert take_job(TAKE, "peer").queue == "io"
    assert take_job(TAKE, "").queue == "render"


def test_no_word_of_the_script_is_in_a_job() -> None:
    job = take_job(TAKE, "peer")
    assert (job.subject, job.body) == ("take 12A-1", f'{{"key":"{TAKE.key}"}}')


def test_what_a_step_says_is_read_as_it_was_said() -> None:
    reply = Said(handle="order-1", cost_micro=5)
    assert said(reply.text()) == reply


def test_an_error_is_told_with_its_remedy() -> None:
    assert in_words(InputError("too long", remedy="Split it.")) == "too long. Split it."
    assert in_words(InputError("too long")) == "too long"


def test_an_end_is_kept_in_the_bin(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    desk.takes.add([TAKE])
    assert not said(end(desk, TAKE, TakeState.FAILED, "no picture")).go
    assert desk.takes.find(TAKE.key).note == "no picture"
