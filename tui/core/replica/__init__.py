"""Copies of a briefing that go different ways: what each did, and what all of it together makes. Pure."""
