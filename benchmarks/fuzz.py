"""Bad input: thousands of broken files of each format, none of which may crash or hang a reader.

Run it with ``python -m benchmarks.fuzz fountain fdx pdf --count 10000``. Seeds are our own
examples and, where it is there, the material folder; what is made of them depends only on
``--seed``. A failing input is kept in ``--keep FOLDER``.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from secondunit.bootstrap.scripts import script_formats
from secondunit.ports.formats import Reading, ScriptFormat

ROOT = Path(__file__).parents[1]
MATERIAL = ROOT.parent / "shared" / "material" / "screenplay"
LIMIT = 1.0
"""Seconds that no input may take."""

HANG = 20
"""Seconds after which an input is given up."""

LARGEST = 120_000
"""Bytes of the largest seed that is mutated whole; of a larger one a part is."""

TOKENS: dict[str, tuple[bytes, ...]] = {
    "fountain": (
        *(b"[[", b"]]", b"/*", b"*/", b"*", b"**", b"***", b"_", b"\\*", b"\\_", b"^", b" ^", b"@"),
        *(b"!", b"!!", b"~", b">", b"<", b"> a <", b".", b".A", b"#", b"## ", b"#1#", b"#12A# "),
        *(b"===", b"=== 10", b"=", b"\n", b"\n\n", b"\n  \n", b"\r\n", b"\r", b"\t", b"  "),
        *(
            b"INT. A - DAY\n\n",
            b"EXT/INT. B\n",
            b"12 OMITTED 12\n\n",
            b"CUT TO:\n\n",
            b"Title: A\n",
        ),
        *(b"WREN\nNo.\n", b"BETA ^\nNo.\n", b"(", b")", b"(V.O.)", b"FADE OUT.\n\n", b":", b"TO:"),
        *(b"\xe2\x80\xa8", b"\xc2\x85", b"\xef\xbb\xbf", b"\xff\xfe", b"\xe2\x80\x8b", b"\x00"),
        *(b"\xf3\xa0\x81\xa1", b"e\xcc\x81", b"\xed\xa0\x80", "王明\n不。\n".encode(), b"\x1c"),
        *("1-1 客厅 日 内\n\n".encode(), "ÉLOÏSE\nNon.\n".encode(), "ǅ".encode(), "ß".encode()),
    ),
    "fdx": (
        *(b"<", b">", b"</", b"/>", b'"', b"&", b"&amp;", b"&#0;", b"&#x10FFFF;", b"&bomb;"),
        *(b"<Text>", b"</Text>", b"<Paragraph>", b"</Paragraph>", b'<Paragraph Type="Action">'),
        *(b"<DualDialogue>", b"</DualDialogue>", b"<ScriptNote>", b"<![CDATA[", b"]]>", b"<!--"),
        *(b'Number="1"', b'Type=""', b'SpaceBefore="nan"', b'LeftIndent="-1e999"', b'Range="9,1"'),
        *(b'<!DOCTYPE a [<!ENTITY bomb "x">]>', b"\xef\xbb\xbf", b"\xff\xfe", b"\x00", b"\xc3"),
        *(b'TagNumber="1"', b"<TagData>", b"<Revisions>", b'RevisionID="x"', b"<LockedPages>"),
    ),
    "pdf": (
        *(
            b"obj",
            b"endobj",
            b"stream",
            b"endstream",
            b"xref",
            b"trailer",
            b"<<",
            b">>",
            b"[",
            b"]",
        ),
        *(b"/Type /Page", b"/Kids [1 0 R]", b"/Count 99999999", b"/Length -1", b"1 0 R", b"%%EOF"),
    ),
}
EXTREMES: dict[str, tuple[Callable[[], bytes], ...]] = {
    "fountain": (
        *(
            (lambda piece=piece, count=count: b"INT. A - DAY\n\n" + piece * count)
            for piece, count in [
                *((b"/*", 4000), (b"/*\n", 4000), (b"[[", 4000), (b"[[\n", 4000), (b"_", 6000)),
                *((b"*", 6000), (b"**a", 4000), (b"*a _b ", 4000), (b"[[a]] ", 40000)),
                *((b"/*a*/", 40000), (b"(", 50000), (b"(\n", 20000), (b"A\n", 50000)),
                *((b"BETA ^\nNo.\n\n", 9000), (b"#", 100000), (b"#1", 50000), (b"a ", 100000)),
                *((b"INT. A - ", 20000), (b"INT. A\n", 20000), (b"\n", 200000), (b"  \n", 60000)),
                *((b"\\*", 50000), (b"e\xcc\x81[[n]]", 9000), (b"\xcc\x81", 60000)),
                *(
                    (b"INT. A\n\n", 10000),
                    (b"A. ", 60000),
                    (b"WREN\n  \n", 20000),
                    (b"DAY,", 30000),
                    (b"[[\n\n", 20000),
                    (b"]]", 50000),
                ),
                *(
                    (b"Title: a\n", 20000),
                    (b"\xe2\x80\x8b", 40000),
                    (b"12 ", 50000),
                    (b"- ", 50000),
                ),
            ]
        ),
    ),
    "fdx": (
        lambda: b"<FinalDraft>" + b"<a>" * 200_000,
        lambda: b"<FinalDraft>" + b"<a>" * 200_000 + b"</a>" * 200_000 + b"</FinalDraft>",
        lambda: b"<FinalDraft><Content>" + b"<Paragraph>" * 50_000,
        lambda: b"<FinalDraft " + b'a="1" ' * 50_000 + b"/>",
        lambda: (
            b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><FinalDraft>&b;</FinalDraft>'
        ),
    ),
    "pdf": (lambda: b"%PDF-1.7\n" + b"1 0 obj\n" * 50_000, lambda: b"%PDF-1.7\n" + b"[" * 200_000),
}


@dataclass(slots=True)
class Result:
    """What came of one format's inputs."""

    count: int = 0
    slowest: float = 0.0
    slow: int = 0
    crashes: list[str] = field(default_factory=list)
    read: int = 0


@contextmanager
def _given_up_after(seconds: int) -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise TimeoutError(f"over {seconds} s")

    before = signal.signal(signal.SIGALRM, give_up)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def seeds(suffix: str) -> list[bytes]:
    """Files of a format to start from."""
    folders = [ROOT / "examples", MATERIAL]
    paths = [path for folder in folders for path in sorted(folder.rglob(f"*{suffix}"))]
    return [path.read_bytes() for path in paths]


def inputs(key: str, suffix: str, count: int, seed: int) -> Iterator[bytes]:
    """Extremes first, then mutated seeds."""
    made = [make() for make in EXTREMES.get(key, ())][:count]
    yield from made
    rng = random.Random(f"{key} {seed}")
    sources = seeds(suffix) or [b""]
    for _ in range(count - len(made)):
        yield mutate(rng.choice(sources), TOKENS.get(key, (b"\x00",)), rng)


def mutate(data: bytes, tokens: tuple[bytes, ...], rng: random.Random) -> bytes:
    """One broken file made of a good one."""
    if len(data) > LARGEST and rng.random() < 0.9:
        start = rng.randrange(len(data) - LARGEST // 8)
        data = (b"" if rng.random() < 0.5 else data[:400]) + data[start : start + LARGEST // 8]
    out = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 5, 20, 100])):
        at = rng.randrange(len(out) + 1)
        token = rng.choice(tokens)
        match rng.randrange(6):
            case 0:
                out[at:at] = token
            case 1:
                out[at : at + len(token)] = token
            case 2:
                out[at:at] = token * rng.choice([2, 10, 300])
            case 3:
                del out[at : at + rng.choice([1, 3, 30, 1000])]
            case 4:
                out[at : at + 1] = bytes([rng.randrange(256)])
            case _:
                end = at + rng.choice([5, 50, 500])
                to = rng.randrange(len(out) + 1)
                out[to:to] = out[at:end]
    return bytes(out[: rng.randrange(len(out) + 1)] if rng.random() < 0.1 else out)


def fuzz(reader: ScriptFormat, count: int, seed: int, keep: Path | None = None) -> Result:
    """Read broken files; where the format writes too, every eighth is written into its own file."""
    result = Result()
    for number, data in enumerate(inputs(reader.key, reader.suffixes[0], count, seed)):
        began = time.process_time()
        try:
            with _given_up_after(HANG):
                reading = reader.read(data, f"fuzz{reader.suffixes[0]}")
                spent = time.process_time() - began
                wrong = _wrong(reader, data, reading, writes=number % 8 == 0)
        except Exception:  # noqa: BLE001
            spent = time.process_time() - began
            wrong = traceback.format_exc(limit=-3)
        else:
            result.read += reading.screenplay is not None
        result.count += 1
        result.slowest = max(result.slowest, spent)
        result.slow += spent > LIMIT
        if wrong:
            result.crashes.append(wrong)
        if wrong or spent > LIMIT:
            _keep(keep, reader, number, data)
    return result


def _wrong(reader: ScriptFormat, data: bytes, reading: Reading, *, writes: bool) -> str:
    """What is wrong with what came of an input, or nothing."""
    if reading.screenplay is None:
        return "" if reading.findings else "nothing read and nothing said"
    write = getattr(reader, "write", None)
    if not writes or write is None or write(reading.screenplay, data).data == data:
        return ""
    return "written unchanged into its own file, it is not the same"


def _keep(folder: Path | None, reader: ScriptFormat, number: int, data: bytes) -> None:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{number}{reader.suffixes[0]}").write_bytes(data)


def rows(
    keys: tuple[str, ...] = ("fountain",), count: int = 2000, seed: int = 1
) -> list[tuple[str, str, str]]:
    """What, measured, bar."""
    return [row for key in keys for row in _rows(key, count, seed, None)]


def _rows(key: str, count: int, seed: int, keep: Path | None) -> list[tuple[str, str, str]]:
    reader = next(each for each in script_formats() if each.key == key)
    found = fuzz(reader, count, seed, keep)
    for trace in found.crashes[:3]:
        sys.stderr.write(trace + "\n")
    return [
        (f"{key}: broken files, of which still read", f"{found.count}, {found.read}", "10,000"),
        ("  crashes", str(len(found.crashes)), "0"),
        (f"  over {LIMIT:.0f} s", str(found.slow), "0"),
        ("  the slowest", f"{1000 * found.slowest:.0f} ms", "<= 1000 ms"),
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("formats", nargs="*", default=["fountain"])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    asked = parser.parse_args()
    for key in asked.formats:
        for what, measured, bar in _rows(key, asked.count, asked.seed, asked.keep):
            print(f"{what:<58} {measured:>20}   {bar}")


if __name__ == "__main__":
    main()
