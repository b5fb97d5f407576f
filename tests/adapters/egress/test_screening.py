import base64
import gzip
import io
import json

import numpy as np
import pytest
from PIL import Image, PngImagePlugin

from secondunit.adapters.egress.screening import screen, unclean_media
from secondunit.adapters.media.cleaning import clean
from secondunit.film.rights.content import Seen, Watch

CANARY = "zq-canary-7f3a9b"
WATCH = Watch(barred=(CANARY, "Élodie's lantern"), people=(("ana", ("Ana Ruiz", "Bo")),))


def picture(text: str = "") -> bytes:
    noise = np.random.default_rng(7).integers(0, 255, (90, 160, 3), dtype=np.uint8)
    info = PngImagePlugin.PngInfo()
    if text:
        info.add_itxt("workflow", text, zip=True)
    out = io.BytesIO()
    Image.fromarray(noise).save(out, "PNG", pnginfo=info)
    return out.getvalue()


def form(*parts: tuple[str, bytes]) -> bytes:
    body = b""
    for name, data in parts:
        head = f'--b0undary\r\nContent-Disposition: form-data; name="x"; filename="{name}"\r\n\r\n'
        body += head.encode() + data + b"\r\n"
    return body + b"--b0undary--\r\n"


@pytest.mark.parametrize(
    "body",
    [
        f"a shot of {CANARY}".encode(),
        json.dumps({"prompt": f"a {CANARY}"}).encode(),
        json.dumps({"prompt": "Élodie's lantern"}).encode(),
        json.dumps({CANARY: 1}).encode(),
        f"prompt=a+{CANARY}%21".encode(),
        b"prompt=%C3%89lodie%27s+lantern",
        CANARY.encode("utf-16-le"),
        json.dumps({"data": base64.b64encode(f"... {CANARY} ...".encode() * 9).decode()}).encode(),
        base64.urlsafe_b64encode(
            gzip.compress(f"{CANARY} and much more to say".encode() * 3, mtime=0)
        ),
        gzip.compress(CANARY.encode(), mtime=0),
        form((f"{CANARY}.png", picture())),
        form(("a.txt", CANARY.encode()), ("b.png", picture())),
        b"\x93\x01\xff" + CANARY.encode() + b"\xfe\x00",
        json.dumps({"a": json.dumps({"b": f"\\u00c9lodie's lantern {CANARY}"})}).encode(),
    ],
)
def test_a_word_that_must_not_leave_is_found_in_whatever_it_is_wrapped(body: bytes) -> None:
    assert screen(body, WATCH).barred >= 1


def test_pictures_are_not_taken_for_words() -> None:
    body = json.dumps({"prompt": "a room", "image": base64.b64encode(picture()).decode()}).encode()
    assert screen(body, WATCH) == Seen()
    assert screen(form(("b.png", picture())), WATCH) == Seen()
    assert screen(b"", WATCH) == Seen()


def test_somebody_named_in_the_words_is_found() -> None:
    assert screen(json.dumps({"prompt": "bo waits"}).encode(), WATCH).people == ("ana",)


def test_hidden_characters_are_found_in_words() -> None:
    assert screen(json.dumps({"prompt": "a\u200bb"}).encode(), WATCH).hidden
    assert screen("a\U000e0041b".encode(), WATCH).hidden


def test_a_picture_that_carries_words_is_found_wherever_it_is() -> None:
    dirty = picture(f'{{"prompt": "{CANARY}"}}')
    tidy = clean(dirty, "image/png")
    for data, said in ((dirty, "image/png"), (tidy, "")):
        wrapped = json.dumps({"image": base64.b64encode(data).decode()}).encode()
        assert unclean_media(data) == said
        assert unclean_media(wrapped) == said
        assert unclean_media(form(("a.png", data))) == said
