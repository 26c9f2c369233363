"""What opens over the panes for an answer: a line, a list, a form, help."""
