from secondunit.core.ids import LineId
from secondunit.pipeline.queries import View
from secondunit.pipeline.screens.pages import script_pages


def test_a_line_read_run_by_run_is_the_line_as_it_was_written(production: View) -> None:
    texts = {x.id: x.text for scene in production.screenplay().scenes for x in scene.lines}
    marked = 0
    for scene in script_pages(production):
        for line in scene.lines:
            assert "".join(run.text for run in line.runs) == texts[LineId(line.id)]
            marked += sum(bool(run.item) for run in line.runs)
    assert marked > 0
