"""Verbs on a fresh machine, and pages for them."""

from __future__ import annotations

from tests.support.verbs import machine, pages, run, spawn

__all__ = ["machine", "pages", "run", "spawn"]  # fixtures
