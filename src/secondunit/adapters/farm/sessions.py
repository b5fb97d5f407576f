"""A bundle run on this machine by the sessions of Open Job Description."""

from __future__ import annotations

import json
import logging
import sys
import threading
from collections.abc import Callable, Iterable
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from secondunit.adapters.farm.bundle import Bundle
from secondunit.core.errors import NotConfigured, Unavailable

if TYPE_CHECKING:
    from openjd.model import Job, JobParameterValues
    from openjd.sessions import ActionStatus


def run_bundle(bundle: Bundle, workers: int, on_task: Callable[[], None] = lambda: None) -> None:
    """Run the tasks of a bundle that have no answers yet, so many at a time.

    Args:
        bundle: The bundle.
        workers: Sessions at the same time.
        on_task: Called after each task.

    Raises:
        NotConfigured: The extra ``farm`` is not installed, or the template is none.
        Unavailable: A task failed.
    """
    job, values = validated(bundle)
    waiting: SimpleQueue[Any] = SimpleQueue()
    for parameters in _tasks(job):
        number = int(parameters["Task"].value)
        if not (bundle.work / "answers" / f"{number:04d}.json").is_file():
            waiting.put(parameters)
    failed: list[str] = []
    threads = [
        threading.Thread(target=_work, args=(job, values, waiting, failed, on_task))
        for _ in range(max(1, min(workers, waiting.qsize())))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failed:
        raise Unavailable(
            f"{len(failed)} tasks of {bundle.folder.name} failed: {failed[0]}",
            remedy="Run the same command again: what was answered is kept.",
        )


def validated(bundle: Bundle) -> tuple[Job, JobParameterValues]:
    """The job of a bundle and its parameters, as the libraries of Open Job Description read it.

    Raises:
        NotConfigured: The extra ``farm`` is not installed, or the template is none.
    """
    try:
        from openjd import model
    except ImportError as error:
        raise NotConfigured(
            "drawing on a farm needs the libraries of Open Job Description",
            remedy="Install them: pip install 'secondunit[farm]'.",
        ) from error
    read = json.loads((bundle.folder / "template.json").read_text(encoding="utf-8"))
    try:
        template = model.decode_job_template(template=read)
        values = model.preprocess_job_parameters(
            job_template=template,
            job_parameter_values={"Work": str(bundle.work.resolve()), "Python": sys.executable},
            job_template_dir=bundle.folder.resolve(),
            current_working_dir=bundle.folder.resolve(),
            allow_job_template_dir_walk_up=True,
        )
        return model.create_job(job_template=template, job_parameter_values=values), values
    except (model.DecodeValidationError, ValueError) as error:
        raise NotConfigured(
            f"{bundle.folder}: template.json is no template: {error}",
            remedy="Delete the bundle and have it written again.",
        ) from error


def _tasks(job: Job) -> Iterable[Any]:
    from openjd.model import StepParameterSpaceIterator

    return StepParameterSpaceIterator(space=job.steps[0].parameterSpace)


def _work(
    job: Job,
    values: JobParameterValues,
    waiting: SimpleQueue[Any],
    failed: list[str],
    on_task: Callable[[], None],
) -> None:
    """One session: task after task until none is left; a task that fails ends it."""
    from openjd.sessions import LOG, ActionState, Session

    LOG.setLevel(logging.CRITICAL)
    over = threading.Event()
    last: list[ActionStatus] = []
    ended = {ActionState.SUCCESS, ActionState.FAILED, ActionState.CANCELED, ActionState.TIMEOUT}

    def heard(_session: str, status: ActionStatus) -> None:
        last.append(status)
        if status.state in ended:
            over.set()

    with Session(
        session_id=threading.current_thread().name, job_parameter_values=values, callback=heard
    ) as session:
        while not failed:
            try:
                task = waiting.get_nowait()
            except Empty:
                return
            over.clear()
            session.run_task(step_script=job.steps[0].script, task_parameter_values=task)
            over.wait()
            if last[-1].state is not ActionState.SUCCESS:
                failed.append(f"task {task['Task'].value} ended {last[-1].state.value}")
                return
            on_task()
