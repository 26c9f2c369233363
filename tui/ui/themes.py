"""Our own themes, a dark one and a light one."""

from __future__ import annotations

from textual.theme import Theme

READING_ROOM = Theme(
    name="reading-room",
    primary="#d9a05b",
    accent="#d9a05b",
    secondary="#8fa7b3",
    foreground="#d8d3c8",
    background="#16171a",
    surface="#1d1f23",
    panel="#26282d",
    warning="#d9a05b",
    error="#e07a6a",
    success="#9ab87a",
    dark=True,
)
READING_ROOM_LIGHT = Theme(
    name="reading-room-light",
    primary="#8a4b12",
    accent="#8a4b12",
    secondary="#4a6472",
    foreground="#2a2722",
    background="#f7f3ea",
    surface="#efe9dc",
    panel="#e5decf",
    warning="#8a4b12",
    error="#a5301c",
    success="#4c6b2a",
    dark=False,
)
