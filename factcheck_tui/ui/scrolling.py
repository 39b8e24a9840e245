"""The keys that scroll a text, in every pane that has one."""

from __future__ import annotations

from textual.binding import Binding, BindingType

SCROLLING: list[BindingType] = [
    Binding("j,down", "scroll_down", show=False),
    Binding("k,up", "scroll_up", show=False),
    Binding("g,home", "scroll_home", show=False),
    Binding("G,end", "scroll_end", show=False),
    Binding("ctrl+d,pagedown", "page_down", show=False),
    Binding("ctrl+u,pageup", "page_up", show=False),
]
