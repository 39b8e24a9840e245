"""Every key of the desk, in one table: the bindings, the key line, the help and the palette are made from it.

A key's ``id`` is what a settings file names it by. Nothing needs AltGr.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck_tui.ui.key import Key, Where

if TYPE_CHECKING:  # the man page tells the keys, and starts without textual
    from textual.binding import Binding, BindingType

_D, _A, _R, _E = Where.DESK, Where.ARTICLES, Where.ARCHIVE, Where.ANYWHERE
_S, _H, _T, _C, _L = Where.SOURCES, Where.HISTORY, Where.RATINGS, Where.CHOOSING, Where.ALIASES

_READ = "matches record"
_CLAIMS = "claims marked"

KEYS = (
    Key("confirm", "c", "mark('confirmed')", "mark the claim confirmed, go to the next undecided", _D, "confirmed"),
    Key("dispute", "d", "mark('disputed')", "mark the claim disputed, go to the next undecided", _D, "disputed"),
    Key("pend", "p", "mark('pending')", "mark the claim pending, go to the next undecided", _D, "pending"),
    Key(
        "pane-right",
        "tab,l,right",
        "next_pane(1)",
        "next pane: from the claims to their records",
        _D,
        "records",
        "Tab l →",
        near="claims",
    ),
    Key("pane-left", "shift+tab,h,left", "next_pane(-1)", "previous pane", _D, "", "S-Tab h ←"),
    *(
        Key(f"link-{n}", str(n), f"link({n})", f"link the claim to prior record {n}, or take the link back", _D)
        for n in range(1, 10)
    ),
    Key("link", "enter", "enter", "go to the claim's records; there, link the record", _D, "link", near=_READ),
    Key(
        "adopt",
        "a",
        "adopt",
        "adopt: link the record under the cursor and take over its verdict",
        _D,
        "adopt",
        near=_READ,
    ),
    Key(
        "dismiss",
        "x",
        "not_same",
        "this record is not the same claim, on to the next; on it once more takes that back",
        _D,
        "not the same",
        near=_READ,
    ),
    Key("open-url", "o", "open_url", "open the page of the record under the cursor", _D, "open page", near=_READ),
    Key("cite", "Y", "copy_citation", "copy a citation of the record under the cursor", _D, "copy", near=_READ),
    Key("note", "i", "note", "write a note on the claim", _D, "note", near="claims galley"),
    Key("editor", "e", "edit_note", "write the note in your editor", _D),
    Key(
        "evidence",
        "s",
        "evidence",
        "sources of the claim, its evidence: add, change, remove",
        _D,
        "sources",
        near="claims galley",
    ),
    Key(
        "wording", "w", "wording", "correct: suggest what the article should say instead", _D, "correct", near="galley"
    ),
    Key("flag", "f", "flag", "flag the claim for later", _D, "flag", near=_CLAIMS),
    Key("tags", "t", "tags", "give the claim tags, or take them away", _D, "tags", near=_CLAIMS),
    Key("undo", "u,ctrl+z", "undo", "undo what your last key did, also after a restart", _D, "undo", "u ^z"),
    Key("redo", "U,ctrl+y", "redo", "redo what was undone", _D, "", "U ^y"),
    Key(
        "mark-row",
        "space",
        "mark_row",
        "mark the claim; the next verdict, flag or tag is for all marked",
        _D,
        "mark",
        near=_CLAIMS,
    ),
    Key(
        "mark-range", "v", "mark_range", "begin a range of marks here; Space or v ends it", _D, "range", near="marked"
    ),
    Key("mark-all", "asterisk", "mark_all", "mark all claims that are listed, or none", _D, "all", near="marked"),
    Key("escape", "escape", "escape", "unmark: take the marks away, then the filter", _D, "unmark", near="marked"),
    Key(
        "filter",
        "slash",
        "filter",
        "filter the claims: words, ~words roughly, is:disputed, has:match…",
        _D,
        "filter",
        near="claims",
    ),
    Key("order", "O", "order", "list by reading order, priority, verdict or best match", _D, "order", near="claims"),
    Key("next", "n", "next_claim(1)", "next claim found by the filter, else next undecided", _D),
    Key("previous", "N", "next_claim(-1)", "previous claim found, else previous undecided", _D),
    Key("go-to", "ctrl+g", "go_to", "go to a claim by its number", _D, shown="^g"),
    Key(
        "add-claim",
        "plus",
        "add_claim",
        "add a claim: choose its words in the article",
        _D,
        "add a claim",
        near="galley",
    ),
    Key(
        "split",
        "b",
        "split",
        "split the claim in two: choose the word that the second begins with",
        _D,
        "split",
        near="galley",
    ),
    Key(
        "join",
        "ampersand",
        "join",
        "join the marked claims into one, or this and the next",
        _D,
        "join",
        near="galley",
    ),
    Key(
        "search-words",
        "R",
        "search_words",
        "search words: look for records with other words than the article's",
        _D,
        "search words",
        near="galley",
    ),
    Key("claimant", "W", "claimant", "who says it: change who makes the claim", _D, "who says it", near="galley"),
    Key("set-aside", "minus", "set_aside", "set aside what is not a claim, or bring it back", _D),
    Key("show-set-aside", "full_stop", "show_set_aside", "show or hide what was set aside", _D),
    Key("archive", "S", "archive", "search the archive of prior records", _D, "search", near="claims matches"),
    Key("export", "E", "export", "export the verdict list", _D, "export", near="claims"),
    Key("copy", "y", "copy_claim", "copy the claim with its verdict", _D),
    Key("history", "H", "history", "history: who decided what, on this claim, its article and lately", _D),
    Key("match-again", "r", "match_again", "match the claim again", _D),
    Key("zoom", "z", "zoom", "zoom: give the whole screen to this pane, and back", _D, "zoom", near="galley record"),
    Key("left-less", "less_than_sign", "resize('left', -1)", "less width for the claims and the article", _D),
    Key("left-more", "greater_than_sign", "resize('left', 1)", "more width for the claims and the article", _D),
    Key("lists-less", "left_parenthesis", "resize('top', -1)", "less height for the lists, more for the texts", _D),
    Key("lists-more", "right_parenthesis", "resize('top', 1)", "more height for the lists, less for the texts", _D),
    Key("next-article", "J", "next_article(1)", "next article", _D),
    Key("previous-article", "K", "next_article(-1)", "previous article", _D),
    Key("articles", "q", "leave", "back to the articles", _D, "articles", near="claims matches galley record"),
    Key("choose-done", "enter", "choose_done", "done: make a claim of the words, or split there", _C, "done"),
    Key(
        "choose-begin",
        "plus,space,v",
        "choose_begin",
        "begin at the word; again goes on to the end of the sentence",
        _C,
        "begin, sentence",
    ),
    Key("choose-leave", "escape,q", "choose_leave", "give up what was begun, then leave", _C, "leave"),
    Key("choose-word", "l,right", "choose_word(1)", "next word", _C, "word", "→ l"),
    Key("choose-word-back", "h,left", "choose_word(-1)", "back to the previous word", _C, "back", "← h"),
    Key("choose-sentence", "j,down", "choose_sentence(1)", "next sentence", _C, "sentence", "↓ j"),
    Key("choose-sentence-back", "k,up", "choose_sentence(-1)", "previous sentence", _C, "", "↑ k"),
    Key("choose-end", "o,tab", "choose_end", "move the other end of what is chosen", _C, "other end"),
    Key("open-article", "enter", "open", "open the article", _A, "open"),
    Key("add-article", "a", "add", "add an article from a file or an address", _A, "add"),
    Key("import", "m", "import", "import prior records from a file or folder", _A, "import"),
    Key(
        "filter-articles",
        "slash",
        "filter",
        "filter the articles: words of the title, is:open, is:done, is:away",
        _A,
        "filter",
    ),
    Key("unfilter-articles", "escape", "unfilter", "take the filter away", _A),
    Key("put-away", "minus", "put_away", "put the article away, as one added by mistake, or bring it back", _A),
    Key("away-undo", "u,ctrl+z", "undo", "undo what your last key did, if it put articles away", _A, "", "u ^z"),
    Key("away-redo", "U,ctrl+y", "redo", "redo what was undone, if it put articles away", _A, "", "U ^y"),
    Key("ratings", "R", "ratings", "what publishers' ratings stand for", _A, "ratings"),
    Key("aliases", "N", "aliases", "names that stand for each other", _A),
    Key(
        "alias-change",
        "enter",
        "change",
        "change the names; one that is left out stands alone",
        _L,
        "change",
    ),
    Key("alias-add", "a,plus", "add", "add names that stand for each other", _L, "add"),
    Key("alias-undo", "u,ctrl+z", "undo", "undo what your last key did, if it changed names", _L, "undo", "u ^z"),
    Key("alias-redo", "U,ctrl+y", "redo", "redo what was undone, if it changed names", _L, "", "U ^y"),
    Key("alias-leave", "escape,q", "leave", "back", _L, "back"),
    Key("archive-from-articles", "S", "archive", "search the archive of prior records", _A, "search"),
    Key("recent", "H", "history", "history: who decided what lately", _A, "history"),
    Key("leave", "q", "leave", "quit", _A, "quit"),
    Key("archive-link", "enter", "link", "link the record to the claim that you came from", _R, "link"),
    Key("archive-open-url", "ctrl+o", "open_url", "open the record's page", _R, "open page", "^o"),
    Key("archive-cite", "ctrl+r", "copy_citation", "copy a citation of the record", _R, "copy", "^r"),
    Key("archive-leave", "escape", "leave", "back", _R, "back"),
    Key("archive-aliases", "ctrl+n", "aliases", "names that stand for each other", _R, "names", "^n"),
    Key("archive-ratings", "ctrl+t", "ratings", "what publishers' ratings stand for", _R, "ratings", "^t"),
    Key("source-keep", "enter", "keep", "keep the source; in the list: change it; nothing typed: close", _S, "keep"),
    Key("source-remove", "x,delete", "remove", "in the list: remove the source", _S, "remove", "x Del"),
    Key("source-open", "o", "open_page", "in the list: open the source's page", _S, "open page"),
    Key("source-leave", "escape", "leave", "back; what is typed and not kept is asked about", _S, "back"),
    Key("history-go", "enter", "go_to_claim", "go to the claim that was decided on", _H, "go to the claim"),
    Key("history-wider", "tab,right", "scope(1)", "of the claim, of its article, lately of all", _H, "", "Tab →"),
    Key("history-narrower", "shift+tab,left", "scope(-1)", "the other way round", _H, "", "S-Tab ←"),
    Key("history-leave", "escape", "leave", "back", _H, "back"),
    Key("rating-confirmed", "c", "stands_for('confirmed')", "the rating stands for confirmed", _T, "confirmed"),
    Key("rating-disputed", "d", "stands_for('disputed')", "the rating stands for disputed", _T, "disputed"),
    Key(
        "rating-pending",
        "p",
        "stands_for('pending')",
        "the rating stands for pending: read it yourself",
        _T,
        "pending",
    ),
    Key("rating-nothing", "x", "stands_for('')", "the rating stands for nothing", _T, "nothing"),
    Key("rating-undo", "u,ctrl+z", "undo", "undo what your last key did, if it set ratings", _T, "undo", "u ^z"),
    Key("rating-redo", "U,ctrl+y", "redo", "redo what was undone, if it set ratings", _T, "", "U ^y"),
    Key("ratings-leave", "escape", "leave", "back", _T, "back"),
    Key("help", "question_mark,f1", "help", "help: all keys, and what the signs say", _E, "keys", "? F1"),
    Key("palette", "colon,ctrl+p", "command_palette", "every action and article by name", _E, "", ": ^p"),
    Key("redraw", "ctrl+l", "redraw", "draw the screen anew, after something else wrote on it", _E, "", "^l"),
    Key("quit", "ctrl+q", "quit", "quit from anywhere", _E, "", "^q"),
)

MOVING = (
    ("j ↓  k ↑", "next, previous line"),
    ("g Home  G End", "first, last line"),
    ("^d PgDn  ^u PgUp", "page down, up"),
)


def keys_of(*places: Where, table: Iterable[Key] = KEYS) -> tuple[Key, ...]:
    """The keys of some screens, in the table's order."""
    return tuple(key for key in table if key.where in places)


def bindings(*places: Where) -> list[BindingType]:
    """Textual's bindings for some screens. None has priority: a printable key must reach an input first."""
    return [as_binding(key) for key in keys_of(*places)]


def as_binding(key: Key) -> Binding:
    from textual.binding import Binding

    return Binding(key.keys, key.action, key.help, show=False, id=key.id)


def key_line(keys: Iterable[Key], near: str = "") -> list[tuple[str, str]]:
    """(label, words) for the keys that the key line names, in a pane where one is given."""
    return [
        (key.label.split(" ")[0], key.short)
        for key in keys
        if key.short and (not key.near or not near or near in key.near.split())
    ]
