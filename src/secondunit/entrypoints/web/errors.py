"""What each error of the studio is called over HTTP; a class without a row fails a test."""

from __future__ import annotations

from collections.abc import Mapping

from secondunit.core import errors

STATUS: Mapping[type[errors.StudioError], int] = {
    errors.InputError: 422,
    errors.NotSignedOff: 409,
    errors.ProposalChanged: 409,
    errors.StaleInputs: 409,
    errors.RightsNotCleared: 403,
    errors.RoleMayNotSign: 403,
    errors.BudgetExceeded: 402,
    errors.RuleError: 409,
    errors.NotFound: 404,
    errors.Conflict: 409,
    errors.NotConfigured: 502,
    errors.ControlUnsupported: 422,
    errors.Refused: 502,
    errors.Unavailable: 503,
    errors.AnswerUnreadable: 502,
    errors.AnswerLost: 502,
    errors.RateLimited: 503,
    errors.ProviderError: 502,
    errors.MediaMissing: 500,
    errors.HashMismatch: 500,
    errors.StoreError: 500,
    errors.StoreBusy: 503,
    errors.Cancelled: 409,
    errors.StudioError: 500,
}


def status_of(error: errors.StudioError) -> int:
    """The HTTP status of an error: of its own class, else of the nearest above it."""
    return next(STATUS[each] for each in type(error).__mro__ if each in STATUS)


def problem(error: errors.StudioError, where: str) -> dict[str, object]:
    """An error as problem details.

    Source: RFC 9457.
    """
    status = status_of(error)
    return {
        "type": f"urn:secondunit:error:{type(error).__name__}",
        "title": error.message,
        "status": status,
        "detail": error.remedy,
        "instance": where,
    }
