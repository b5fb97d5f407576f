"""The page on the second reader is true: its settings are read, its figures are those that ship."""

import re
from pathlib import Path

from secondunit.adapters.tables import PackagedTables
from secondunit.adapters.text_model.table import read_text_models, terms_of
from secondunit.config import FILE as SETTINGS
from secondunit.config import read_production
from secondunit.film.breakdown.assist.table import FILE, read_assist

PAGE = (Path(__file__).parents[2] / "docs" / "how-to" / "second-reader.md").read_text("utf-8")
BLOCKS = re.findall(r"^```toml\n(.*?)^```", PAGE, flags=re.MULTILINE | re.DOTALL)


def test_the_settings_of_the_page_are_settings(tmp_path: Path) -> None:
    named = []
    for block in BLOCKS:
        if "[models." not in block:
            (tmp_path / SETTINGS).write_text(block, encoding="utf-8")
            found = read_production(tmp_path)
            assert found is not None
            named.append((found.breakdown.assistant, found.providers_outside))
    assert named == [("llama-cpp", ()), ("service", ("service",))]


def test_the_models_of_the_page_are_models() -> None:
    assert "llama-cpp" in read_text_models(PackagedTables().fetch_table("text_models.toml"))
    (block,) = (block for block in BLOCKS if "[models." in block)
    served = read_text_models(block)["service"]
    assert terms_of("service", served).leaves_the_machine


def test_the_figures_of_the_page_are_those_that_ship() -> None:
    belief = read_assist(PackagedTables().fetch_table(FILE)).belief
    for row in (
        f"| a rule and the model | at least {belief.agreed} |",
        f"| a rule alone | at most {belief.rule_alone} |",
        f"| the model alone | at most {belief.model_alone},",
        f"| the model, as a need the words do not name | at most {belief.model_implied} |",
    ):
        assert row in PAGE
