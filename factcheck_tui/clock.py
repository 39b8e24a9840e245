"""Stored times, which are UTC, as the clock on the wall shows them."""

from __future__ import annotations

from datetime import datetime


def local_time(at: str, *, seconds: bool = True) -> str:
    """Day and time; without seconds the year is left out too."""
    return _local(at).strftime("%Y-%m-%d %H:%M:%S" if seconds else "%m-%d %H:%M")


def zoned_time(at: str) -> str:
    """Day and time with their distance from UTC: for what is printed, and may be read elsewhere."""
    return _local(at).strftime("%Y-%m-%d %H:%M:%S %z")


def local_day(at: str) -> str:
    """The day alone; "" where no time is stored."""
    return _local(at).date().isoformat() if at else ""


def _local(at: str) -> datetime:
    return datetime.fromisoformat(at).astimezone()
