"""What is fast, what is right, what survives: each prints what it measured."""
