import gettext
from collections.abc import Callable

from jinja2 import Environment
from starlette.testclient import TestClient

from secondunit.entrypoints.web.rendering import HERE, LANGUAGES, asset


def test_an_asset_has_another_address_once_its_bytes_are_others() -> None:
    name, _, mark = asset("studio.css").partition("?")
    assert name == "/static/studio.css"
    assert len(mark) == 10


def test_a_person_reads_the_studio_in_their_language(
    browser: TestClient, enter: Callable[..., TestClient]
) -> None:
    assert "Se connecter" in browser.get("/sign-in", headers={"Accept-Language": "fr-FR"}).text
    assert "Sign in" in browser.get("/sign-in", headers={"Accept-Language": "de"}).text
    assert "Slate" in enter("director").get("/").text


def test_every_word_of_the_screens_is_in_every_language() -> None:
    from secondunit.adapters.tables import PackagedTables
    from secondunit.film.review.access import read_access
    from secondunit.film.review.sign_off import read_matrix
    from secondunit.pipeline.catalogue import CATALOGUE
    from secondunit.pipeline.queries import State

    tables = PackagedTables()
    said = {str(entry.title) for entry in CATALOGUE} | {state.value for state in State}
    said |= set(read_matrix(tables.fetch_table("sign_off.toml")).roles.values())
    said |= set(read_access(tables.fetch_table("access.toml")).titles.values())
    for template in (HERE / "templates").glob("*.html"):
        said |= {found[2] for found in _words(template.read_text(encoding="utf-8"))}
    for language in LANGUAGES:
        if language == "en":
            continue
        catalogue = gettext.translation("studio", HERE / "locale", [language])
        known = set(catalogue._catalog)  # type: ignore[attr-defined]  # no public list of what it has
        assert said - known == set()


def _words(text: str) -> list[tuple[int, str, str]]:
    found = Environment(autoescape=True, extensions=["jinja2.ext.i18n"]).extract_translations(text)  # type: ignore[attr-defined]  # added by the extension
    return [(line, kind, words) for line, kind, words in found if isinstance(words, str)]


def test_words_of_people_are_never_markup(enter: Callable[..., TestClient]) -> None:
    client = enter("director", name="<b>Eve</b> Ruiz")
    assert "<b>Eve</b>" not in client.get("/").text


def test_vendored_scripts_are_the_ones_that_were_looked_at() -> None:
    from hashlib import sha256

    listed = (HERE / "static" / "vendor" / "SHA256SUMS").read_text(encoding="utf-8").split()
    for digest, name in zip(listed[::2], listed[1::2], strict=True):
        assert sha256((HERE / "static" / "vendor" / name).read_bytes()).hexdigest() == digest
    names = {file.name for file in (HERE / "static" / "vendor").glob("*.js")}
    assert names == set(listed[1::2])
