"""What the exporter and the importer of REFI-QDA projects, who do not know each other, both call the file beside one."""

SIDECAR = "briefing-tui.json"
