"""One module a format that goes out, all made of a `dossier`; `formats` is the table of them."""
