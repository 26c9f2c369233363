"""The day a report is about, and the day it was published, from words and stamps. Begin with `event_date`."""
