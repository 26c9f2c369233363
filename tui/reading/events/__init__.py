"""Which articles report one event, and which are copies of one text. Begin with `clustering`."""
