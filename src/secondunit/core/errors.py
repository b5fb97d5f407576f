"""The tree of errors. Wrong input that can be listed is a Finding; an error stops the caller.

StudioError
├── InputError            the caller's file, option or value
├── RuleError             a rule of the production says no
│   ├── NotSignedOff      a required decision is missing
│   ├── ProposalChanged   what was looked at is not what stands now
│   ├── StaleInputs       an input was superseded
│   ├── RightsNotCleared  no right to use it so
│   ├── RoleMayNotSign    that role does not sign this
│   └── BudgetExceeded    the allowance does not cover it
├── NotFound              no such thing in this production
├── Conflict              somebody else is doing it now
│   └── StoreBusy         a store is held by somebody else; it will be free again
├── Cancelled             somebody stopped it
├── ProviderError         a tool or model could not answer
│   ├── NotConfigured, ControlUnsupported, Refused, Unavailable, AnswerUnreadable
│   ├── AnswerLost         it was sent, and nobody knows whether it was done
│   └── RateLimited
└── StoreError            the disk or the database
    ├── MediaMissing      the record is there, the bytes are not
    └── HashMismatch      the bytes are not what was stored
"""

from __future__ import annotations


class StudioError(Exception):
    """Base of every error the studio raises on purpose.

    Args:
        message: What happened, naming file, line, field or id.
        remedy: What the person can do about it.
    """

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class InputError(StudioError):
    """A file, option or value given by the caller cannot be used."""


class RuleError(StudioError):
    """A rule of the production forbids it."""


class NotSignedOff(RuleError):
    """A required decision is missing."""


class ProposalChanged(RuleError):
    """The decision was about another version of the proposal."""


class StaleInputs(RuleError):
    """An input was superseded since."""


class RightsNotCleared(RuleError):
    """Nobody has cleared this use."""


class RoleMayNotSign(RuleError):
    """The role given does not sign this kind of decision."""


class BudgetExceeded(RuleError):
    """The allowance does not cover the cost."""


class NotFound(StudioError):
    """There is no such thing in this production."""


class Conflict(StudioError):
    """Another run or person is working on the same thing."""


class StoreBusy(Conflict):
    """A store is held by somebody else for longer than is usual."""


class Cancelled(StudioError):
    """Somebody stopped it while it was being done."""


class ProviderError(StudioError):
    """A tool or a model could not answer."""


class NotConfigured(ProviderError):
    """The provider lacks a setting."""


class ControlUnsupported(ProviderError):
    """The provider cannot honour a control that was asked for."""


class Refused(ProviderError):
    """The provider refused the order."""


class RateLimited(ProviderError):
    """The provider asks for patience.

    Args:
        message: What happened.
        after_seconds: How long to wait.
        remedy: What the person can do about it.
    """

    def __init__(self, message: str, *, after_seconds: int, remedy: str = "") -> None:
        super().__init__(message, remedy=remedy)
        self.after_seconds = after_seconds


class Unavailable(ProviderError):
    """The provider does not answer."""


class AnswerLost(ProviderError):
    """A request was sent and no whole answer came: it may have been done, and charged."""


class AnswerUnreadable(ProviderError):
    """The provider's answer has not the promised shape."""


class StoreError(StudioError):
    """The disk or the database failed."""


class MediaMissing(StoreError):
    """A record names bytes that are not in the store."""


class HashMismatch(StoreError):
    """Stored bytes are not those that were put there."""
