"""The folders that browsers save beside a page ("page.html" and "page_files/"), which hold its frames and pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence

# What Windows and the browsers on it put after the name of the page, in each of their languages: Microsoft,
# "Managing the File System: Connected Files" (https://learn.microsoft.com/windows/win32/shell/manage).
_AFTER = (
    "_files .files -Dateien _fichiers _bestanden _file _archivos -filer _tiedostot _pliki _soubory _elemei _ficheiros"
    " _arquivos _dosyalar _datoteke _fitxers _failid _fails _bylos _fajlovi _fitxategiak -Dateier"
).split()
_PAGES = (".html", ".htm", ".xhtml", ".HTML", ".HTM", ".mhtml", "")


def belongs_to_page(folders: Sequence[str], is_file: Callable[[Sequence[str]], bool]) -> bool:
    """Tell whether a path lies in the folder of a saved page.

    `folders` are the names on the way to it, `is_file` tells whether a path of names is a file.
    """
    for depth, name in enumerate(folders):
        for after in _AFTER:
            stem = name.removesuffix(after)
            if stem and stem != name and any(is_file([*folders[:depth], stem + end]) for end in _PAGES):
                return True
    return False
