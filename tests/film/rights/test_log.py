import pytest
from tests.adapters.egress.gates import MemoryLog

from secondunit.core.errors import StoreError
from secondunit.core.ids import digest
from secondunit.film.rights.log import Closed, Opened, Sending, Sent, read_calls
from secondunit.film.rights.model import EgressRequest, Purpose, Seller

NOTE = Opened(
    request=EgressRequest(
        by="Lea", title="t", purpose=Purpose.TEMP, seller=Seller(provider="acme"), subject="shot 1"
    ),
    bundle=digest("policy"),
    register_length=3,
)
SENT = Sent(
    method="POST",
    host="api.acme.example:443",
    address="93.184.216.34",
    byte_count=9,
    body=digest("words"),
)


def test_a_call_is_told_from_its_opening_to_its_end() -> None:
    log = MemoryLog()
    opened = log.append(kind="opened", by="Lea", body=NOTE)
    log.append(kind="sending", by="Lea", body=Sending(opened=opened.sequence, sent=SENT))
    (under_way,) = read_calls(log.entries)
    assert (under_way.is_closed, under_way.sent) == (False, (SENT,))
    log.append(kind="closed", by="Lea", body=Closed(opened=opened.sequence, sent=(SENT, SENT)))
    (done,) = read_calls(log.entries)
    assert (done.is_closed, len(done.sent), done.error) == (True, 2, "")


def test_a_refused_call_is_over_at_once() -> None:
    log = MemoryLog()
    log.append(kind="refused", by="Lea", body=NOTE)
    (call,) = read_calls(log.entries)
    assert (call.is_refused, call.is_closed, call.sent) == (True, True, ())


def test_an_entry_that_cannot_be_read_is_named() -> None:
    log = MemoryLog()
    log.append(kind="closed", by="Lea", body=Closed(opened=7))
    with pytest.raises(StoreError, match="entry 1"):
        read_calls(log.entries)
