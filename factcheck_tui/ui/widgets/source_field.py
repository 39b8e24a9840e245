"""A line of the sources' form that knows a pasted address when it comes."""

from __future__ import annotations

from textual import events
from textual.message import Message

from factcheck_tui.ui.pasted import PastedSource, read_pasted
from factcheck_tui.ui.widgets.field import Field
from factcheck_tui.visible import one_line


class SourceField(Field):
    """A line of the form. A pasted address goes to its own field; a pasted text keeps all its lines, as one."""

    class Pasted(Message):
        """A source was pasted, whatever field has the focus."""

        def __init__(self, source: PastedSource) -> None:
            super().__init__()
            self.source = source

    def __init__(self, words: str, name: str) -> None:
        super().__init__(hint=words, id=name)

    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        source = read_pasted(event.text) if self.id != "quotation" else None
        if source:
            self.post_message(self.Pasted(source))
        elif self.selection.is_empty:
            self.insert_text_at_cursor(one_line(event.text))
        else:
            self.replace(one_line(event.text), *self.selection)
