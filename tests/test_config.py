import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from secondunit.config import (
    FILE,
    BreakdownConfig,
    Machine,
    ProductionConfig,
    production_text,
    read_machine,
    read_production,
)
from secondunit.core.errors import InputError


def _read(folder: Path, text: str) -> ProductionConfig | None:
    (folder / FILE).write_text(text, encoding="utf-8")
    return read_production(folder)


def test_a_machine_that_says_nothing_uses_every_core_and_no_folder(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in [name for name in os.environ if name.startswith("SECONDUNIT_")]:
        monkeypatch.delenv(name)
    assert read_machine() == Machine(workers=0, production="")


def test_what_a_machine_says_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECONDUNIT_WORKERS", "4")
    monkeypatch.setenv("SECONDUNIT_PRODUCTION", "/srv/right-ear-home")
    monkeypatch.setenv("SECONDUNIT_BLENDER", "/opt/blender/blender")
    assert read_machine() == Machine(
        workers=4, production="/srv/right-ear-home", blender="/opt/blender/blender"
    )


def test_pictures_are_seen_with_rays_unless_opengl_is_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SECONDUNIT_RENDERER", "gl")
    assert read_machine().renderer == "gl"
    monkeypatch.setenv("SECONDUNIT_RENDERER", "")
    assert read_machine().renderer == "rays"
    monkeypatch.setenv("SECONDUNIT_RENDERER", "vulkan")
    with pytest.raises(InputError, match="SECONDUNIT_RENDERER=vulkan is no renderer") as caught:
        read_machine()
    assert caught.value.remedy == "Set it to one of: rays, gl."


@pytest.mark.parametrize("workers", ["many", "-1", "2.5", "", "²"])
def test_a_number_of_workers_that_is_none_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, workers: str
) -> None:
    monkeypatch.setenv("SECONDUNIT_WORKERS", workers)
    with pytest.raises(InputError, match=f"SECONDUNIT_WORKERS={workers} is") as caught:
        read_machine()
    assert caught.value.remedy == "Set it to 1, 2, 4 ..."


def test_a_production_without_a_file_has_no_settings_yet(tmp_path: Path) -> None:
    assert read_production(tmp_path) is None


def test_what_a_file_does_not_say_is_as_usual(tmp_path: Path) -> None:
    assert _read(tmp_path, 'rate = "25"') == ProductionConfig(rate="25")
    assert _read(tmp_path, "") == ProductionConfig()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("rate = ", "production.toml"),
        ("rate = 24", "rate"),
        ('seed = "one"', "seed"),
        ('frame_rate = "25"', "frame_rate"),
        ('[schedule]\nstart = "2027-01-04"', "schedule"),
        ('start_date = "4 January 2027"', "4 January 2027"),
        ('start_date = "2027-02-30"', "2027-02-30"),
        ('start_date = "20270104"', "20270104"),
        ("start_date = 2027-01-04", "start_date"),
        ('[breakdown]\nassistent = "ollama"', "assistent"),
        ("breakdown = 1", "breakdown"),
        ("[breakdown]\nassistant = 1", "assistant"),
    ],
)
def test_a_field_that_cannot_be_meant_is_named_with_what_to_do(
    tmp_path: Path, text: str, said: str
) -> None:
    with pytest.raises(InputError, match=said) as caught:
        _read(tmp_path, text)
    assert str(tmp_path / FILE) in caught.value.message
    assert caught.value.remedy


def test_a_file_in_another_encoding_is_refused_and_not_a_crash(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes('language = "fran\xe7ais"'.encode("latin-1"))
    with pytest.raises(InputError):
        read_production(tmp_path)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    config=st.builds(
        ProductionConfig,
        rate=st.sampled_from(["24", "23.976", "25"]),
        aspect=st.sampled_from(["1.85", "2.39", "9:16"]),
        language=st.sampled_from(["en", "de-AT"]),
        start_date=st.one_of(st.just(""), st.dates().map(lambda day: day.isoformat())),
        seed=st.integers(-(2**31), 2**31),
        providers_outside=st.lists(st.sampled_from(["veo", "kling", "runway"])).map(tuple),
        breakdown=st.builds(BreakdownConfig, assistant=st.sampled_from(["none", "ollama"])),
    )
)
def test_what_is_written_is_read_back(tmp_path: Path, config: ProductionConfig) -> None:
    assert _read(tmp_path, production_text(config)) == config


def test_by_default_nothing_may_leave_the_building(tmp_path: Path) -> None:
    found = _read(tmp_path, production_text(ProductionConfig()))
    assert found is not None
    assert found.providers_outside == ()
    assert found.breakdown.assistant == "none"


def test_names_stay_out_of_pictures_unless_the_production_says_otherwise(tmp_path: Path) -> None:
    assert ProductionConfig().names_in_pictures is False
    written = production_text(ProductionConfig(names_in_pictures=True))
    (tmp_path / "production.toml").write_text(written, encoding="utf-8")
    found = read_production(tmp_path)
    assert found is not None
    assert found.names_in_pictures is True
