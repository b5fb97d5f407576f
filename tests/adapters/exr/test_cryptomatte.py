import json
from pathlib import Path

import numpy as np

from secondunit.adapters.exr.cryptomatte import manifest_text, name_id, write_cryptomatte


def test_no_name_becomes_a_number_that_floats_cannot_carry() -> None:
    """Zero, denormal, infinite and no number change their bits on the way through a compositor."""
    for number in range(3000):
        bits = np.array([name_id(f"figure-{number}")], dtype=np.uint32)
        value = bits.view(np.float32)[0]
        assert np.isfinite(value)
        assert abs(value) >= np.finfo(np.float32).tiny


def test_the_manifest_names_every_id_in_eight_digits() -> None:
    assert json.loads(manifest_text(["hello"])) == {"hello": "248bfa47"}


def test_ids_and_shares_come_back_under_the_layers_own_key(tmp_path: Path) -> None:
    import OpenImageIO

    ids = np.full((4, 2, 2), -1, dtype=np.int16)
    coverage = np.zeros((4, 2, 2), dtype=np.float32)
    ids[0, 0], ids[0, 1] = (0, 1), (1, -1)
    coverage[0, 0], coverage[0, 1] = (1, 0.75), (1, 0)
    ids[1, 0, 1], coverage[1, 0, 1] = 0, 0.25
    file = tmp_path / "crypto.exr"
    preview = np.zeros((2, 2, 3), dtype=np.uint8)
    file.write_bytes(write_cryptomatte(ids, coverage, ["figure-01", "set-000"], preview))
    buffer = OpenImageIO.ImageBuf(str(file))
    spec = buffer.spec()
    assert spec.get_string_attribute("cryptomatte/3ae39a5/name") == "CryptoObject"
    assert spec.get_string_attribute("cryptomatte/3ae39a5/hash") == "MurmurHash3_32"
    assert spec.get_string_attribute("cryptomatte/3ae39a5/conversion") == "uint32_to_float32"
    manifest = json.loads(spec.get_string_attribute("cryptomatte/3ae39a5/manifest"))
    pixels = np.asarray(buffer.get_pixels(OpenImageIO.FLOAT))
    channel = {name: pixels[..., place] for place, name in enumerate(spec.channelnames)}
    wanted = np.array([int(manifest["figure-01"], 16)], dtype=np.uint32).view(np.float32)[0]
    share = np.zeros((2, 2))
    for who, much in (("00.R", "00.G"), ("00.B", "00.A"), ("01.R", "01.G"), ("01.B", "01.A")):
        mine = channel[f"CryptoObject{who}"] == wanted
        share += np.where(mine, channel[f"CryptoObject{much}"], 0)
    assert share.tolist() == [[1, 0.25], [0, 0]]
