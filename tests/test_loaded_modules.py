"""What each part of the program pulls in, seen from a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def modules(code: str) -> set[str]:
    """Return the names of the modules that are loaded after `code` has run in a fresh interpreter."""
    code += "\nimport sys; print('\\n' + ' '.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.rpartition("\n")[0].split("\n")[-1].split() or done.stdout.split())


def names_of(*folders: str) -> list[str]:
    paths = [p for f in folders for p in sorted((ROOT / "tui").glob(f)) if p.name != "__main__.py"]
    return [".".join(p.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for p in paths]


def test_nothing_but_the_view_imports_textual() -> None:
    names = names_of(
        "*.py",
        "reading/**/*.py",
        "store/**/*.py",
        "exchange/**/*.py",
        "cli/**/*.py",
        "api/**/*.py",
        "core/**/*.py",
        "commands/**/*.py",
        "workflows/**/*.py",
        "settings/**/*.py",
        "web/**/*.py",
    )
    assert len(names) > 20
    names.remove("tui.web.browser_server")  # serves what Textual draws; loaded by its verb alone
    loaded = modules("import " + ", ".join(names))
    assert "tui.store.briefing" in loaded
    assert not {name for name in loaded if name.split(".")[0] in ("textual", "rich")}


def test_only_the_store_imports_tinydb() -> None:
    loaded = modules(
        "import "
        + ", ".join(
            [*names_of("reading/**/*.py", "exchange/exporters/**/*.py"), "tui.core.model", "tui.core.text"]
        )
    )
    assert "tui.reading.read" in loaded
    assert "tinydb" not in loaded
    users = [
        p for p in (ROOT / "tui").rglob("*.py") if "tinydb" in p.read_text("utf-8").replace("TinyDB", "")
    ]
    assert users
    assert {
        p.parent.name for p in users if "import tinydb" in p.read_text() or "from tinydb" in p.read_text()
    } == {"disk"}


@pytest.mark.parametrize(
    "module",
    [
        "argparse",
        "sqlite3",
        "trafilatura",
        "dateparser",
        "httpx",
        "yaml",
        "lxml",
        "tui.reading.page.page",
        "tui.cli.parser",
    ],
)
def test_opening_a_briefing_loads_nothing_it_does_not_need(module: str, opened: set[str]) -> None:
    assert module not in opened


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules loaded by the way from the command to the first events, without the screen."""
    store = tmp_path_factory.mktemp("store") / "briefing"
    loaded = modules(
        "import tui.__main__\n"
        "from tui.store.briefing import Briefing\n"
        "from tui.store.library import briefing_to_open\n"
        f"info = briefing_to_open({str(store)!r})\n"
        "Briefing.open(info.path, create=True).rows()"
    )
    assert "tui.store.briefing" in loaded
    return loaded


@pytest.fixture(scope="module")
def shown() -> set[str]:
    """The modules that the main screen brings."""
    loaded = modules("import tui.__main__\ntui.__main__._hasten()\nimport tui.ui.launch")
    assert "tui.ui.main_screen" in loaded
    return loaded


@pytest.mark.parametrize(
    "module",
    [
        "calendar",
        "concurrent.futures.thread",
        "sqlite3",
        "ssl",
        "tui.cli",
        "tui.core.query",
        "tui.core.statements",
        "tui.reading",
        "tui.settings.config_reader",
        "tui.store.index",
        "tui.store.unfinished_imports",
        "tui.ui.choice",
        "tui.ui.dialogs",
        "tui.ui.first_sight",
        "tui.ui.panes.search_line",
        "tui.ui.panes.statement_rows",
        "tui.workflows",
    ],
)
def test_the_main_screen_loads_nothing_that_is_wanted_only_once_it_is_painted(
    module: str, shown: set[str]
) -> None:
    assert module not in shown


def test_pages_are_fetched_securely_though_the_reader_began_without_that() -> None:
    loaded = modules(
        "import tui.__main__\ntui.__main__._hasten()\nimport asyncio, httpx\nhttpx.create_ssl_context()"
    )
    assert "ssl" in loaded


def test_extract_starts_with_little() -> None:
    loaded = modules(
        "import io, sys\n"
        "sys.stdin = io.TextIOWrapper(io.BytesIO(b'A plain text of one sentence.'))\n"
        "from tui.cli.parser import main\n"
        "assert main(['extract', '--as', 'article', '-']) == 0"
    )
    assert "tui.reading.quotes" in loaded
    heavy = {"textual", "rich", "tinydb", "sqlite3", "yaml", "markdown_it", "trafilatura", "lxml", "asyncio"}
    assert not heavy & {name.split(".")[0] for name in loaded}


def test_importing_plain_text_loads_no_library_for_other_kinds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("A plain page of one sentence, which somebody saved in March.")
    loaded = modules(
        "import sys\n"
        "from tui.cli.parser import main\n"
        f"assert main(['import', {str(tmp_path / 'a.txt')!r}, '--store', {str(tmp_path / 'b')!r}]) in (0, 1)"
    )
    assert "tui.web.fetch_queue" in loaded
    heavy = {
        "httpx",
        "feedparser",
        "pypdfium2",
        "lxml",
        "trafilatura",
        "charset_normalizer",
        "ftfy",
        "yaml",
        "textual",
    }
    assert not heavy & {name.split(".")[0] for name in loaded}
    assert not {"ssl", "urllib.request"} & loaded


def test_a_process_that_reads_pages_loads_nothing_of_the_network() -> None:
    loaded = modules(
        "from tui.reading.sources import Source\n"
        "from tui.workflows.page_process import carried_out\n"
        "found = carried_out('parse', Source('a.txt', b'A plain page, which somebody saved in March.', 'page'))\n"
        "carried_out('attribute', found)"
    )
    assert "tui.reading.quotes" in loaded
    assert not {"ssl", "httpx", "urllib.request", "asyncio"} & loaded
