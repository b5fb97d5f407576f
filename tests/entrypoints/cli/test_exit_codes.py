import pytest

from secondunit.core.errors import (
    AnswerLost,
    BudgetExceeded,
    InputError,
    NotFound,
    StudioError,
)
from secondunit.entrypoints.cli.exit_codes import code_of


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NotFound("nothing"), 1),
        (InputError("no"), 2),
        (AnswerLost("perhaps"), 3),
        (BudgetExceeded("too much"), 4),
    ],
)
def test_a_script_can_tell_what_kind_of_thing_went_wrong(error: StudioError, code: int) -> None:
    assert code_of(error) == code
