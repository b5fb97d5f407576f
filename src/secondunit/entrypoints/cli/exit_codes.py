"""Exit codes of the program: what a script may ask of them."""

from __future__ import annotations

from secondunit.core.errors import AnswerLost, BudgetExceeded, InputError, StudioError

FINE, BLOCKED, USAGE, IN_DOUBT, BUDGET = range(5)
"""Fine; something blocks; wrong usage; a charge is in doubt; a cap does not cover it."""


def code_of(error: StudioError) -> int:
    """The exit code of an error.

    >>> code_of(BudgetExceeded("too much"))
    4
    """
    if isinstance(error, InputError):
        return USAGE
    if isinstance(error, AnswerLost):
        return IN_DOUBT
    return BUDGET if isinstance(error, BudgetExceeded) else BLOCKED
