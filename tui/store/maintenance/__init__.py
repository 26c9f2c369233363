"""What looks after a briefing: checked, repaired, recovered, packed into an archive and out of one."""
