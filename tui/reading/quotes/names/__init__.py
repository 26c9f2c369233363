"""Who and what an article speaks of: names, offices, bodies, and which of them are one."""
