from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest
from tests.adapters.media.cleaning.samples import CANARY, png

from secondunit.adapters.egress.handing import CleanlyHanded
from secondunit.core.errors import Refused
from secondunit.core.ids import Digest, digest_bytes


@dataclass(slots=True)
class Asked:
    """A provider that remembers what it was asked."""

    media: dict[Digest, bytes] = field(default_factory=dict)
    told: list[tuple[str, object]] = field(default_factory=list)

    def submit(self, order: object, key: str, media: Mapping[Digest, bytes]) -> str:
        self.media |= media
        return f"{order}-{key}"

    def __getattr__(self, name: str) -> Any:
        def remember(*words: object) -> object:
            self.told.append((name, words[0] if words else None))
            return name

        return remember


def test_what_a_provider_is_handed_holds_nothing_but_the_picture() -> None:
    asked, data = Asked(), png()
    named = digest_bytes(data)
    handed = CleanlyHanded(asked)
    assert handed.submit("order", "key", {named: data}) == "order-key"  # type: ignore[arg-type]
    assert CANARY in data
    assert CANARY not in asked.media[named]


def test_what_cannot_be_cleaned_is_not_handed_over() -> None:
    asked = Asked()
    with pytest.raises(Refused, match="cannot be cleaned"):
        CleanlyHanded(asked).submit("order", "key", {digest_bytes(b"x"): b"x"})  # type: ignore[arg-type]
    assert asked.media == {}


def test_everything_else_is_the_providers_own() -> None:
    asked = Asked()
    handed: Any = CleanlyHanded(asked)
    handed.capabilities()
    for name in ("estimate", "find", "poll", "outcome", "fetch", "cancel"):
        getattr(handed, name)("h")
    names = ["capabilities", "estimate", "find", "poll", "outcome", "fetch", "cancel"]
    assert [name for name, _ in asked.told] == names
