"""What is not installed with the program itself: packages that an extra brings, named where they are wanted."""

from __future__ import annotations

from importlib.util import find_spec


def install_command(extra: str) -> str:
    """Return the command that brings the packages of an extra of pyproject.toml."""
    return f"pip install 'briefing-tui[{extra}]'"


def is_installed(package: str) -> bool:
    """Tell whether a package can be imported, by the name it is imported by; it is not."""
    return find_spec(package) is not None
