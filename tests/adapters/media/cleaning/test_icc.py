import io

from PIL import ImageCms
from tests.adapters.media.cleaning.samples import CANARY, PROFILE, named_profile

from secondunit.adapters.media.cleaning.icc import blank_profile


def test_the_words_of_a_profile_go_and_its_length_stays() -> None:
    named = named_profile()
    plain = blank_profile(named)
    assert CANARY in named
    assert CANARY not in plain
    assert len(plain) == len(named)
    assert blank_profile(plain) == plain


def test_a_blanked_profile_still_turns_colours_the_same_way() -> None:
    import numpy as np
    from PIL import Image

    picture = Image.fromarray(np.random.default_rng(1).integers(0, 255, (8, 8, 3), dtype=np.uint8))
    lab = ImageCms.createProfile("LAB")

    def turned(profile: bytes) -> bytes:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        made = ImageCms.profileToProfile(picture, source, lab, outputMode="LAB")
        assert made is not None
        return made.tobytes()

    assert turned(blank_profile(PROFILE)) == turned(PROFILE)


def test_bytes_that_no_tag_owns_go() -> None:
    assert CANARY not in blank_profile(PROFILE + CANARY)
    longer = (len(PROFILE) + len(CANARY)).to_bytes(4, "big") + PROFILE[4:] + CANARY
    assert CANARY not in blank_profile(longer)


def test_what_is_too_short_to_be_a_profile_is_dropped() -> None:
    assert blank_profile(b"short") == b""
