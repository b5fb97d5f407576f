import pytest
from openjd.model import (
    ParameterValue,
    ParameterValueType,
    StepParameterSpaceIterator,
    create_job,
    decode_job_template,
)

from secondunit.adapters.farm.template import asset_references, job_template, parameter_values

VALUES = {
    "Work": ParameterValue(type=ParameterValueType.PATH, value="/films/work"),
    "Python": ParameterValue(type=ParameterValueType.STRING, value="python3"),
}


@pytest.mark.parametrize("tasks", [1, 7, 1000])
def test_the_libraries_of_open_job_description_take_the_template(tasks: int) -> None:
    template = decode_job_template(template=job_template("toy: 9 panel", tasks))
    job = create_job(job_template=template, job_parameter_values=VALUES)
    space = StepParameterSpaceIterator(space=job.steps[0].parameterSpace)
    assert [int(str(task["Task"].value)) for task in space] == list(range(1, tasks + 1))


def test_a_long_title_is_cut_to_what_a_job_may_be_called() -> None:
    decode_job_template(template=job_template("a title " * 40, 1))


def test_a_farm_without_a_shared_disk_is_told_what_to_send_and_bring_back() -> None:
    references = asset_references("/films/work")["assetReferences"]
    assert references["inputs"]["directories"] == ["/films/work"]
    assert references["outputs"]["directories"] == ["/films/work"]
    assert parameter_values("/films/work")["parameterValues"][0]["value"] == "/films/work"
