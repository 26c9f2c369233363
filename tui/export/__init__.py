"""One file a format. Empty so far: what goes out today goes by `--json` and by the clipboard."""
