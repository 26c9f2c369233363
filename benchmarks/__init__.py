"""Measurements that CI does not make. They read the public gold beside the checkout, where it is there."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GOLD = ROOT.parent / "shared" / "gold"
