"""What the store says when it cannot do what it was asked."""

from __future__ import annotations


class StoreError(Exception):
    """One clear line: which file or thing is concerned, and what to do about it."""
