from secondunit.adapters.store.objects import ObjectStore
from secondunit.bootstrap.dailies import screening, sheet_format, sheet_pictures
from secondunit.ports.dailies import TakeSheet


def test_takes_are_scored_and_printed_with_what_this_machine_has() -> None:
    from obstore.store import MemoryStore

    tools = screening(ObjectStore(MemoryStore()))
    assert tools.expecter.version
    assert tools.artist.version
    pdf = sheet_format().write(TakeSheet(title="Toy", status="", shots=()))
    assert pdf.startswith(b"%PDF")
    assert sheet_pictures(pdf).startswith(b"\x89PNG")
