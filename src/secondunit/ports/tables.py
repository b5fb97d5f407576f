"""Data files: rates, rules, lexicons, themes, who signs what."""

from __future__ import annotations

from typing import Protocol


class Tables(Protocol):
    """Text of the data files, the production's own before the ones that ship."""

    def fetch_table(self, name: str) -> str:
        """The text of a data file (``rates.toml``).

        Raises:
            NotFound: There is no such file.
        """
