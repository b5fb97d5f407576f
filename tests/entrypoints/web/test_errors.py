from secondunit.core import errors
from secondunit.core.errors import InputError, StudioError
from secondunit.entrypoints.web.errors import STATUS, problem, status_of


def _below(parent: type[StudioError]) -> set[type[StudioError]]:
    return {parent}.union(*(_below(child) for child in parent.__subclasses__()))


def test_every_error_of_the_tree_has_a_row_of_its_own() -> None:
    ours = {each for each in _below(StudioError) if each.__module__ == errors.__name__}
    assert ours - set(STATUS) == set()


def test_an_error_of_a_class_below_has_the_status_of_the_nearest_above() -> None:
    class OddInput(InputError):
        pass

    assert status_of(OddInput("odd")) == status_of(InputError("odd"))


def test_a_problem_says_what_happened_and_what_to_do() -> None:
    said = problem(InputError("a name is missing", remedy="Write one."), "/people")
    assert (said["title"], said["detail"], said["instance"]) == (
        "a name is missing",
        "Write one.",
        "/people",
    )
