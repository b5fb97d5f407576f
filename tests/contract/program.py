"""A program that makes takes by the JSON contract, for the tests: its clip shows what it was told.

It runs by itself, in any Python that has Pillow and PyAV, and knows nothing of this project.
"""

import hashlib
import io
import json
import os
import sys
import time
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image


def main() -> None:
    told = sys.stdin.read()
    asked = json.loads(told)
    behaves = sys.argv[1] if len(sys.argv) > 1 else ""
    if behaves == "sleeps":
        time.sleep(60)
    if behaves == "fails":
        sys.exit("out of memory")
    if behaves == "refuses":
        sys.stdout.write(json.dumps({"refused": "not this", "cost": "0.10"}))
        return
    if behaves == "mumbles":
        sys.stdout.write("done!")
        return
    files = asked["files"]
    named = [
        each for file in files.values() for each in ([file] if isinstance(file, str) else file)
    ]
    seen = hashlib.sha256(told.encode())
    for file in named:
        seen.update(Path(file).read_bytes())
    shade = tuple(seen.digest()[:3])
    picture = Image.new("RGB", (64, 36), shade)
    Path("environment.json").write_text(json.dumps(sorted(os.environ)))
    if asked["media_type"] == "image/png":
        picture.save("take.png")
        sys.stdout.write(json.dumps({"file": "take.png"}))
        return
    out = io.BytesIO()
    with av.open(out, "w", format="mp4") as container:
        rate = Fraction(*asked["rate"])
        stream = container.add_stream("libx264", rate=rate)
        stream.width, stream.height, stream.pix_fmt = 64, 36, "yuv420p"
        stream.time_base = 1 / rate
        for number in range(asked["frames"]):
            frame = av.VideoFrame.from_ndarray(np.asarray(picture), "rgb24")
            frame.pts, frame.time_base = number, 1 / rate
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    Path("take.mp4").write_bytes(out.getvalue())
    sys.stdout.write(json.dumps({"file": "../../take.mp4", "cost": "0"}))


if __name__ == "__main__":
    main()
