"""Bad input: thousands of broken files of each format, none of which may crash or hang a reader.

``python -m benchmarks.fuzz [FORMAT ...] --count 10000`` tries every format, or those named. Two
workers share the work. An input that a worker does not come back from, because it hangs or because
native code took the process down, ends that worker and is counted; the others go on. An input
depends on its format, ``--seed`` and its number alone, so a failure is tried again with
``--only NUMBER``, and kept with ``--keep FOLDER``.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from io import BytesIO
from multiprocessing.connection import Connection, wait
from pathlib import Path

from benchmarks import fuzz_formats, fuzz_pdf, fuzz_text

from secondunit.adapters.formats import docx_script, pdf_script
from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN
from secondunit.adapters.formats.script_html import FORMAT as HTML
from secondunit.adapters.paper.page_reader import write_pages
from secondunit.adapters.paper.pages import Pages, unpack
from secondunit.ports.formats import Reading, ScriptFormat

Row = tuple[str, str, str]

LIMIT = 1.0
"""Seconds of processor time that no input may take."""

HANG = 60.0
"""Seconds by the clock after which a worker is ended."""

MEMORY = 4 * 2**30
"""Bytes of address space of a worker."""

WORKERS = 2
COUNT = 10_000
KEYS = (
    *("fountain", "fdx", "pdf", "plain-text", "docx", "celtx", "fade-in", "highland", "trelby"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of an input."""

    number: int
    seconds: float = 0.0
    is_read: bool = False
    wrong: str = ""


@dataclass(slots=True)
class Result:
    """What came of one format's inputs."""

    count: int = 0
    read: int = 0
    slowest: float = 0.0
    slow: list[Outcome] = field(default_factory=list)
    crashes: list[Outcome] = field(default_factory=list)
    ended: list[Outcome] = field(default_factory=list)

    def add(self, found: Outcome, *, has_ended: bool = False) -> None:
        """Count an input; ``has_ended`` says that it took its worker with it."""
        self.count += 1
        self.read += found.is_read
        if has_ended:
            self.ended.append(found)
            return
        self.slowest = max(self.slowest, found.seconds)
        if found.wrong:
            self.crashes.append(found)
        elif found.seconds > LIMIT:
            self.slow.append(found)


def reader_of(key: str) -> ScriptFormat:
    """The reader of a format."""
    known: dict[str, ScriptFormat] = {"fountain": FOUNTAIN, "fdx": FDX, "pdf": pdf_script.FORMAT}
    return known[key] if key in known else fuzz_formats.seeds()[key][0]


def maker_of(key: str, seed: int) -> Callable[[int], bytes]:
    """What makes a format's broken files, by number."""
    if key in fuzz_text.TOKENS:
        return partial(fuzz_text.broken, key, f".{key}", seed)
    if key == "pdf":
        return partial(fuzz_pdf.broken, seed)
    return partial(fuzz_formats.broken, key, seed)


def fuzz(key: str, numbers: Sequence[int], seed: int) -> Result:
    """Read broken files with two workers; PDFs are opened by the worker itself."""
    result = Result()
    left = iter(numbers)
    workers = [_Worker(key, seed) for _ in range(min(WORKERS, len(numbers)))]
    busy = [worker for worker in workers if worker.take(next(left, None))]
    while busy:
        ready = wait([worker.pipe for worker in busy], timeout=1)
        for worker in list(busy):
            if worker.pipe in ready:
                found = worker.answer()
                result.add(found or worker.end("crashed"), has_ended=found is None)
            elif time.monotonic() - worker.since > HANG:
                result.add(worker.end(f"no end after {HANG:.0f} s"), has_ended=True)
            else:
                continue
            if not worker.take(next(left, None)):
                busy.remove(worker)
    return result


class _Worker:
    """A process that reads one input after the other, and is replaced when one ends it."""

    def __init__(self, key: str, seed: int) -> None:
        self._key, self._seed = key, seed
        self._start()

    def _start(self) -> None:
        self.pipe, far = multiprocessing.Pipe()
        self._process = multiprocessing.Process(
            target=_work, args=(far, self._key, self._seed), daemon=True
        )
        self._process.start()
        far.close()

    def take(self, number: int | None) -> bool:
        """Begin with an input; False when there is none."""
        self._number, self.since = number, time.monotonic()
        self.pipe.send(number)
        return number is not None

    def answer(self) -> Outcome | None:
        """What came of the input, or None when the process is no more."""
        try:
            found: Outcome = self.pipe.recv()
        except EOFError:
            return None
        return found

    def end(self, why: str) -> Outcome:
        """End the process, start another, and say what happened."""
        self._process.kill()
        self._process.join()
        found = Outcome(number=self._number or 0, wrong=why, seconds=HANG)
        self._start()
        return found


def _work(pipe: Connection, key: str, seed: int) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    reader, make = reader_of(key), maker_of(key, seed)
    if key == "pdf":
        reader = pdf_script.PdfScriptFormat(_read_pages_here)
    while (number := pipe.recv()) is not None:
        pipe.send(try_one(reader, make(number), number))


def _read_pages_here(data: bytes, most_pages: int) -> Pages:
    """As ``read_pages_apart`` does, in this process: ten thousand need not be started."""
    out = BytesIO()
    write_pages(data, out, most_pages)
    return unpack(out.getvalue().splitlines(), is_whole=True)


def try_one(reader: ScriptFormat, data: bytes, number: int) -> Outcome:
    """Read a broken file; every eighth is written too."""
    began = time.process_time()
    is_read, wrong = False, ""
    try:
        reader.is_format(data)
        reading = reader.read(data, f"fuzz{reader.suffixes[0]}")
        spent = time.process_time() - began
        is_read = reading.screenplay is not None
        wrong = _wrong(reader, data, reading, writes=number % 8 == 0)
    except Exception:  # noqa: BLE001
        spent = time.process_time() - began
        wrong = traceback.format_exc(limit=-3)
    return Outcome(number=number, seconds=spent, is_read=is_read, wrong=wrong)


def _wrong(reader: ScriptFormat, data: bytes, reading: Reading, *, writes: bool) -> str:
    """What is wrong with what came of an input, or nothing."""
    script = reading.screenplay
    if script is None:
        return "" if reading.findings else "nothing read and nothing said"
    if not writes:
        return ""
    if reader.key not in {"fountain", "fdx"}:
        docx_script.FORMAT.write(script)
        HTML.write(script)
        return ""
    write = (FOUNTAIN if reader.key == "fountain" else FDX).write
    is_same = write(script, data).data == data
    return "" if is_same else "written unchanged into its own file, it is not the same"


def rows(
    keys: Sequence[str] = KEYS, count: int = COUNT, seed: int = 1, keep: Path | None = None
) -> list[Row]:
    """What, measured, bar."""
    return [row for key in keys for row in _rows(key, range(count), seed, keep)]


def _rows(key: str, numbers: Sequence[int], seed: int, keep: Path | None) -> Iterator[Row]:
    found = fuzz(key, numbers, seed)
    yield f"{key}: broken files, of which still read", f"{found.count}, {found.read}", f"{COUNT}"
    if key == "pdf":
        yield "  end PDFium or keep it busy", str(len(found.ended) + len(found.slow)), ""
        _read_apart(found, seed)
    bad = [*found.crashes, *found.ended, *found.slow]
    yield "  crashes and hangs", str(len(found.crashes) + len(found.ended)), "0"
    yield f"  over {LIMIT:.0f} s", str(len(found.slow)), "0"
    yield "  the slowest", f"{1000 * found.slowest:.0f} ms", "<= 1000 ms"
    for each in bad[:5]:
        yield f"  --seed {seed} --only {each.number}", _short(each), ""
    if keep is not None and bad:
        keep.mkdir(parents=True, exist_ok=True)
        for each in bad:
            path = keep / f"{each.number}{reader_of(key).suffixes[0]}"
            path.write_bytes(maker_of(key, seed)(each.number))


def _read_apart(found: Result, seed: int) -> None:
    """Try what ended PDFium again as it is read in truth: by a process of its own."""
    again = [*found.ended, *found.slow]
    found.ended, found.slow = [], []
    found.slowest = min(found.slowest, LIMIT)
    for each in again:
        data = maker_of("pdf", seed)(each.number)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        outcome = try_one(pdf_script.FORMAT, data, each.number)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        found.count -= 1
        found.add(Outcome(number=each.number, seconds=outcome.seconds + spent, wrong=outcome.wrong))


def _short(found: Outcome) -> str:
    return found.wrong.strip().splitlines()[-1] if found.wrong else f"{found.seconds:.2f} s"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=", ".join(KEYS))
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, nargs="*", help="Numbers of single inputs.")
    parser.add_argument("--keep", type=Path, help="A folder for the inputs that failed.")
    asked = parser.parse_args()
    for key in asked.formats or KEYS:
        numbers = range(asked.count) if asked.only is None else asked.only
        for what, measured, bar in _rows(key, numbers, asked.seed, asked.keep):
            print(f"{what:<46} {measured:>40}   {bar}", flush=True)
        if asked.only is not None:
            for number in numbers:
                outcome = try_one(reader_of(key), maker_of(key, asked.seed)(number), number)
                print(f"{key} {number}: {outcome.seconds:.2f} s\n{outcome.wrong}")


if __name__ == "__main__":
    main()
