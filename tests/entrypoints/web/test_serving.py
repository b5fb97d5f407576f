import pytest

from secondunit.core.errors import InputError
from secondunit.entrypoints.web.serving import bind


def test_a_port_that_somebody_has_is_named_with_what_to_do() -> None:
    with bind("127.0.0.1", 0) as held:
        port = held.getsockname()[1]
        with pytest.raises(InputError, match=str(port)) as refused:
            bind("127.0.0.1", port)
    assert "--port" in refused.value.remedy
