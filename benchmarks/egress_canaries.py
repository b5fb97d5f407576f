"""Words planted in script, prompts, names and file names, and looked for in everything that leaves.

The client that would put bytes on the network is replaced by one that keeps them; everything before
it is the real thing. What was kept, and every picture, clip and control pass that is exported, is
searched by a reader of its own: raw, unescaped, out of base64, gzip and the chunks of PNG files.
"""

from __future__ import annotations

import base64
import contextlib
import gzip
import io
import json
import random
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from unittest.mock import patch
from urllib.parse import quote, unquote_to_bytes

import numpy as np
from PIL import Image, PngImagePlugin
from tests.adapters.egress.gates import POLICY, REMOTE, Opened, confirmed, make_gate

from secondunit.adapters.egress.client import Sending
from secondunit.adapters.media.cleaning import clean
from secondunit.core.errors import RightsNotCleared
from secondunit.core.ids import digest_bytes
from secondunit.entrypoints.cli.app import run
from secondunit.film.rights.model import EgressRequest, Purpose
from secondunit.film.rights.records.papers import Consultation
from secondunit.ports.gate import Incoming, Outgoing

ROOT = Path(__file__).parents[1]
SCRIPT = ROOT / "examples" / "right-ear-home.fountain"
FIRST_CUT = "EXT. BELL HOUSE - YARD - DAY #4#"

IN_ACTION, IN_SPEECH, IN_NAME, IN_SET, IN_PROP, IN_FILE = (
    "ZQXAVOR7", "ZQXBRIN7", "ZQXCELD7", "ZQXDORM7", "ZQXEMBER7", "zqxfile7",
)  # fmt: skip
PLANTED = (IN_ACTION, IN_SPEECH, IN_NAME, IN_SET, IN_PROP, IN_FILE)

API = "https://api.acme.example/v1/make"

PAYLOADS = 1500
SEED = 7


def measure_canaries() -> list[tuple[str, str, str]]:
    return [*measure_sent(), *measure_exported()]


@dataclass(slots=True)
class Kept:
    """Bytes that would have left."""

    sendings: list[Sending] = field(default_factory=list)

    def send(self, sending: Sending) -> Incoming:
        self.sendings.append(sending)
        return Incoming(status=200, headers={}, body=b"{}")

    def everything(self) -> Iterator[bytes]:
        for each in self.sendings:
            heads = "\n".join(f"{key}: {value}" for key, value in each.headers.items())
            yield f"{each.method} {each.target.host}{each.target.path}\n{heads}".encode()
            yield each.body


def cleared(*words: str) -> Opened:
    opened = make_gate(REMOTE, resolver=_public)
    asked = Consultation(
        id="d-1", role="director", person="B", proposal="p", response="r", dissent=False,
        held_on="2026-11-01",
    )  # fmt: skip
    opened.rights.sign(replace(POLICY, never_words=words), confirmed(REMOTE), asked)
    return opened


def _public(host: str, port: int) -> tuple[str, ...]:
    """An address of the public network for any host."""
    del host, port
    return ("93.184.216.34",)


def measure_sent() -> list[tuple[str, str, str]]:
    """The same payloads, planted or not, under a policy that forbids the words and one that does
    not: what is forbidden stays, what is not goes out."""
    guarded, free = Kept(), Kept()
    clean_out = planted_out = stopped = 0
    forbids, allows = cleared(*PLANTED), cleared()
    for outgoing, is_planted in payloads():
        went = send(forbids, outgoing, guarded)
        clean_out += went and not is_planted
        stopped += not went and is_planted
        planted_out += send(allows, outgoing, free) and is_planted
    found = sum(contains(data) for data in guarded.everything())
    control = sum(contains(data) for data in free.everything())
    half = PAYLOADS // 2
    return [
        (f"payloads with planted words stopped, of {half:,}", f"{stopped:,}", "all"),
        ("  planted words found in outgoing bytes", f"{found}", "0"),
        (f"  payloads without them that went out, of {half:,}", f"{clean_out:,}", "all"),
        (
            "  control: found where the policy does not forbid (pictures are barred there too)",
            f"{control:,} in {planted_out:,} sent",
            "most",
        ),
    ]


def send(opened: Opened, outgoing: Outgoing, kept: Kept) -> bool:
    request = EgressRequest(
        by="Lea",
        title="two-rooms",
        purpose=Purpose.FINAL,
        seller=REMOTE.seller,
        subject="shot 1",
        prompt=digest_bytes(outgoing.body),
    )
    with patch("secondunit.adapters.egress.wire.send_once", kept.send):
        try:
            with opened.gate.open(request) as wire:
                wire.send(outgoing)
        except RightsNotCleared:
            return False
    return True


def payloads() -> Iterator[tuple[Outgoing, bool]]:
    """Requests as providers are sent them, every other one with a planted word."""
    draw = random.Random(SEED)
    for number in range(PAYLOADS):
        is_planted = bool(number % 2)
        word = draw.choice(PLANTED) if is_planted else "a window at night"
        said = draw.choice([word, word.lower(), word.title(), f"the {word}, again"])
        shape = draw.choice(SHAPES)
        yield shape(API, said, draw), is_planted


def _json(url: str, word: str, _draw: random.Random) -> Outgoing:
    return _post(url, json.dumps({"prompt": f"wide shot, {word}"}).encode())


def _deep_json(url: str, word: str, _draw: random.Random) -> Outgoing:
    inner = json.dumps({"nodes": [{"inputs": {"text": word}}]})
    return _post(url, json.dumps({"workflow": inner, "n": [1, {word: True}]}).encode())


def _address(url: str, word: str, _draw: random.Random) -> Outgoing:
    return Outgoing(method="GET", url=f"{url}?tag={quote(word)}")


def _header(url: str, word: str, _draw: random.Random) -> Outgoing:
    return Outgoing(method="GET", url=url, headers={"X-Client-Tag": word})


def _form(url: str, word: str, _draw: random.Random) -> Outgoing:
    return _post(url, f"name=x&prompt={quote(word)}".encode())


def _wide(url: str, word: str, _draw: random.Random) -> Outgoing:
    return _post(url, word.encode("utf-16-le"))


def _packed(url: str, word: str, _draw: random.Random) -> Outgoing:
    return _post(url, gzip.compress(f"wide shot, {word}, again and again".encode(), mtime=0))


def _base64(url: str, word: str, _draw: random.Random) -> Outgoing:
    said = f"a long enough text around {word} to be wrapped"
    return _post(url, json.dumps({"data": base64.b64encode(said.encode()).decode()}).encode())


def _picture(url: str, word: str, draw: random.Random) -> Outgoing:
    """A picture as it is: one that carries words is barred, a clean one goes."""
    data = picture(word if contains(word.encode()) else "", draw)
    shown = base64.b64encode(data).decode()
    return _post(url, json.dumps({"image": f"data:image/png;base64,{shown}"}).encode())


def _upload(url: str, word: str, draw: random.Random) -> Outgoing:
    head = f'--b\r\nContent-Disposition: form-data; name="image"; filename="{word}.png"\r\n\r\n'
    return _post(url, head.encode() + picture("", draw) + b"\r\n--b--\r\n")


SHAPES = (
    _json, _deep_json, _address, _header, _form, _wide, _packed, _base64, _picture, _upload,
)  # fmt: skip


def _post(url: str, body: bytes) -> Outgoing:
    return Outgoing(method="POST", url=url, body=body)


def picture(words: str, draw: random.Random) -> bytes:
    noise = np.random.default_rng(draw.randrange(2**31)).integers(0, 255, (36, 64, 3), np.uint8)
    info = PngImagePlugin.PngInfo()
    if words:
        info.add_itxt("prompt", words, zip=True)
    out = io.BytesIO()
    Image.fromarray(noise).save(out, "PNG", pnginfo=info)
    return out.getvalue() if words else clean(out.getvalue(), "image/png")


def measure_exported() -> list[tuple[str, str, str]]:
    """A script full of planted words through boards, takes, cut and control passes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        script = folder / f"{IN_FILE}.fountain"
        script.write_text(planted_script(), encoding="utf-8")
        out = folder / "production"
        quiet("produce", str(script), "--out", str(out), "--json")
        for number in ("1A", "1B", "2A"):
            quiet("shots", "passes", number, "--out", str(out), "--size", "480x270")
        pictures = [
            file
            for file in sorted(out.rglob("*"))
            if file.suffix in {".png", ".jpg", ".mp4", ".exr"} and "media" not in file.parts
        ]
        others = [file for file in sorted((out / "passes").rglob("*")) if file.is_file()]
        cut = sorted(out.rglob("*.otio"))
        found = [file for file in {*pictures, *others} if contains(file.read_bytes())]
        named = [file for file in {*pictures, *others} if contains(file.name.encode())]
        in_cut = sum(contains(file.read_bytes()) for file in cut)
        kept = Kept()
        went = sum(send(cleared(*PLANTED), _post(API, file.read_bytes()), kept) for file in cut)
        taken = [
            clean(file.read_bytes(), _kind(file)) for file in pictures if file.suffix != ".exr"
        ]
        script_holds = contains(script.read_bytes())
    for file in found[:5]:
        print("found in:", file.name)
    return [
        (
            f"planted words in exported pictures, clips and passes, of {len({*pictures, *others})}",
            f"{len(found)}, {len(named)} in names",
            "0",
        ),
        (f"  in those cleaned for sending, of {len(taken)}", f"{sum(map(contains, taken))}", "0"),
        (
            f"cut lists (OTIO) with headings and lines in them that left, of {in_cut}",
            f"{went}",
            "0",
        ),
        ("  control: found in the script itself", f"{int(script_holds)} of 1", "1"),
    ]


def _kind(file: Path) -> str:
    return {".png": "image/png", ".jpg": "image/jpeg", ".mp4": "video/mp4"}[file.suffix]


def quiet(*arguments: str) -> None:
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()) as told,
    ):
        code = run(list(arguments))
    if code:
        raise SystemExit(f"{' '.join(arguments)}: {told.getvalue()[-500:]}")


def planted_script() -> str:
    """The first scenes of the worked production, with words planted in every part."""
    text = SCRIPT.read_text(encoding="utf-8").split(FIRST_CUT)[0]
    _, mark, scenes = text.partition("EXT. CAUSEWAY")
    scenes = scenes.replace("DES", IN_NAME).replace("Des", IN_NAME.title())
    head = f"Title: Two Rooms\nAuthor: {IN_FILE}\n\n"
    body = f"EXT. {IN_SET} CAUSEWAY{scenes}"
    more = (
        f"\n\nINT. {IN_SET} HALL - NIGHT\n\n{IN_NAME} lifts the {IN_PROP} and {IN_ACTION} it.\n\n"
        f"{IN_NAME}\nThe {IN_SPEECH} is here.\n\nHe waits.\n"
    )
    del mark
    return head + body + more


def contains(data: bytes) -> bool:
    """True when any planted word is in some bytes, however they are wrapped."""
    return any(word in view for view in views(data) for word in _lower())


def _lower() -> Sequence[bytes]:
    return [word.lower().encode() for word in PLANTED]


def views(data: bytes, depth: int = 2) -> Iterator[bytes]:
    """Bytes as they are and as other readers might see them, in lower case."""
    yield data.lower()
    yield unquote_to_bytes(data).lower()
    for start in (0, 1):
        yield data[start::2].lower()
    if data.startswith(b"\x1f\x8b"):
        yield gzip.decompress(data).lower()
    yield from _png_texts(data)
    if depth:
        for run in _runs(data):
            with contextlib.suppress(ValueError):
                yield from views(base64.b64decode(run + b"=" * (-len(run) % 4)), depth - 1)


def _runs(data: bytes) -> Iterator[bytes]:
    for piece in data.replace(b"-", b"+").replace(b"_", b"/").split(b'"'):
        run = bytearray(piece.rpartition(b",")[2].strip(b"="))
        if (len(run) >= 40 and run.isalnum()) or (len(run) >= 40 and not set(run) - _ALPHABET):
            yield bytes(run)


_ALPHABET = set(b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")


def _png_texts(data: bytes) -> Iterator[bytes]:
    at = data.find(b"\x89PNG\r\n\x1a\n")
    at = at + 8 if at >= 0 else len(data)
    while at + 8 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + length]
        if kind in {b"zTXt", b"iTXt", b"iCCP"}:
            for start in range(min(len(body), 120)):
                with contextlib.suppress(zlib.error):
                    yield zlib.decompress(body[start:]).lower()
        at += 12 + length
