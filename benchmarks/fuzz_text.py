"""Broken Fountain and Final Draft files, and how a file is broken at its bytes."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from benchmarks.fuzz_trees import mutate_tree

from secondunit.adapters.formats.fdx import FORMAT as FDX
from secondunit.adapters.formats.fountain import FORMAT as FOUNTAIN

ROOT = Path(__file__).parents[1]
MATERIAL = ROOT.parent / "shared" / "material" / "screenplay"
LARGEST = 120_000
"""Bytes of the largest seed that is mutated whole; of a larger one a part is."""

_WELL_FORMED = 0.5  # share of XML files that stay well-formed

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
}


@cache
def seeds(suffix: str) -> tuple[bytes, ...]:
    """Files of a format to start from: our own examples and, where it is there, the material."""
    folders = [ROOT / "examples", MATERIAL]
    paths = [path for folder in folders for path in sorted(folder.rglob(f"*{suffix}"))]
    return tuple(path.read_bytes() for path in paths) or (b"",)


@cache
def small_fdx() -> tuple[bytes, ...]:
    """Final Draft files that are quickly parsed: one of our own, and those of the material."""
    path = ROOT / "examples" / "right-ear-home.fountain"
    script = FOUNTAIN.read(path.read_bytes(), path.name).screenplay
    own = [] if script is None else [FDX.write(replace(script, scenes=script.scenes[:8])).data]
    return (*own, *(data for data in seeds(".fdx") if len(data) < LARGEST))


def broken(key: str, suffix: str, seed: int, number: int) -> bytes:
    """A broken file, the same whenever it is asked for: extremes first, then mutated seeds."""
    if number < len(EXTREMES[key]):
        return EXTREMES[key][number]()
    dice = random.Random(f"{key} {seed} {number}")
    if key == "fdx" and dice.random() < _WELL_FORMED:
        return mutate_tree(dice.choice(small_fdx()), dice)
    return mutate(dice.choice(seeds(suffix)), TOKENS[key], dice)


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
