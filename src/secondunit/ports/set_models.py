"""A production designer's own models of sets."""

from __future__ import annotations

from typing import Protocol

from secondunit.core.ids import Digest


class SetModels(Protocol):
    """Finds the models that a production brings of its sets."""

    def find_model(self, name: str, *, interior: bool) -> Digest | None:
        """Content hash of the model of a set, now kept among the media; None where there is none.

        Args:
            name: The set as its heading has it.
            interior: True when it is inside.

        Raises:
            InputError: The model cannot be used; the message names file, fault and remedy.
            StoreError: It cannot be kept.
        """
