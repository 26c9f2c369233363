"""What the command line does, one file a group of verbs; each imports what it needs, inside."""
