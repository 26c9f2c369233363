"""What ties words to a mention: verbs of saying and their subjects, the marks of speech, and how sure a tie is."""
