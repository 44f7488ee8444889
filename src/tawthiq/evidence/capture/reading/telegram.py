"""The messages of an exported Telegram chat: ``result.json``, or pages ``messages.html``."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import BinaryIO

from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

_LARGEST = 256 << 20  # bytes of one file
_LONGEST, _MOST_FILES = 70_000, 100
_FILES = ("photo", "file")
_EMPTY = {"img", "br", "meta", "link", "input", "hr", "source"}
_NOT_HERE = "(File"  # "(File not included. Change data exporting settings to download.)"


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield ``chat`` records with the name and kind of a chat, and a record for each message.

    Options:
        form: "json" or "html".
    """
    data = file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise CannotRead(Why.TOO_LARGE)
    text = data.decode("utf-8-sig", "replace")
    yield from _page(text) if options.get("form") == "html" else _json(text)


# --- JSON -------------------------------------------------------------------------------------


def _json(text: str) -> Iterator[Record]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError) as refused:
        raise CannotRead(Why.BROKEN, str(refused)[:300]) from refused
    chats = [one for one in _chats(found) if isinstance(one.get("messages"), list)]
    if not chats:
        raise CannotRead(Why.NOT_OF_THIS_KIND)
    for chat in chats:
        yield {"chat": _text(chat.get("name")), "kind": _text(chat.get("type"))}
        messages = chat["messages"]
        assert isinstance(messages, list)
        for message in messages:
            if isinstance(message, dict):
                yield _message(message)


def _chats(found: Json) -> list[dict[str, Json]]:
    """The one chat, or each of a whole account."""
    if not isinstance(found, dict):
        return []
    inside = found.get("chats")
    listed = inside.get("list") if isinstance(inside, dict) else None
    return [
        one for one in (listed if isinstance(listed, list) else [found]) if isinstance(one, dict)
    ]


def _message(message: dict[str, Json]) -> Record:
    files = [name for key in _FILES if (name := _text(message.get(key)))]
    here: list[Json] = [name for name in files if not name.startswith(_NOT_HERE)]
    return {
        "number": str(message.get("id")),
        "who": _text(message.get("from")) if message.get("type") == "message" else None,
        "account": _text(message.get("from_id")),
        "date": _text(message.get("date")),
        "unix": str(message.get("date_unixtime") or ""),
        "edited": _text(message.get("edited")),
        "forwarded_from": _text(message.get("forwarded_from")),
        "text": _words(message.get("text")) or _text(message.get("action")),
        "attached": here,
        "left_out": len(here) < len(files),
    }


def _words(value: Json) -> str:
    """A text, or its pieces, of which some are links, names and the like."""
    pieces = value if isinstance(value, list) else [value]
    found = [one.get("text") if isinstance(one, dict) else one for one in pieces]
    return "".join(str(one) for one in found if one)[:_LONGEST]


def _text(value: Json) -> str:
    return "" if value is None else str(value)[:_LONGEST]


# --- HTML -------------------------------------------------------------------------------------


def _page(text: str) -> Iterator[Record]:
    page = _Page()
    page.feed(text)
    page.close()
    if not page.messages:
        raise CannotRead(Why.NOT_OF_THIS_KIND)
    if page.chat:
        yield {"chat": page.chat, "kind": ""}
    who = ""
    for message in page.messages:
        # A message that follows another of the same sender does not name the sender again.
        who = who if message["is_notice"] else _tidy(message["who"]) or who
        yield {
            **message,
            "who": None if message["is_notice"] else who,
            "text": _tidy(message["text"]),
            "forwarded_from": _tidy(message["forwarded_from"]),
        }


def _tidy(value: Json) -> str:
    """A text without the spaces by which the page indents it."""
    lines = str(value).splitlines()
    return "\n".join(" ".join(line.split()) for line in lines).strip()


class _Page(HTMLParser):
    """What stands in the parts of a page that Telegram names by their class."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.messages, self.chat = list[Record](), ""
        self._open = list[str]()  # for each open element, which part it is

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        names = given.get("class", "").split()
        part = self._part(names)
        if "message" in names and given.get("id", "").startswith("message"):
            self._begin(given["id"].removeprefix("message"), "service" in names)
        elif "date" in names and given.get("title") and self._is_of_the_message():
            self.messages[-1]["date"] = given["title"][:100]
        elif tag == "a" and self.messages:
            self._link(given.get("href", ""))
        if tag == "br":
            self.handle_data("\n")
        if tag not in _EMPTY:
            self._open.append(part)

    def handle_endtag(self, tag: str) -> None:
        if self._open and tag not in _EMPTY:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        part = next((one for one in reversed(self._open) if one), "")
        if part == "header" and not self.messages:
            self.chat = (self.chat + data).strip()[:300]
        elif part in ("who", "text", "notice", "forwarded_from") and self.messages:
            message = self.messages[-1]
            key = "text" if part == "notice" else part
            message[key] = (str(message[key]) + data)[:_LONGEST]

    def _part(self, names: list[str]) -> str:
        if "from_name" in names:
            return "forwarded_from" if "forwarded" in self._open else "who"
        if "forwarded" in names:
            return "forwarded"
        if "text" in names:
            return "text" if self.messages else "header"
        if "body" in names and self.messages and self.messages[-1]["is_notice"]:
            return "notice"
        return "other" if {"details", "userpic", "media_wrap"} & set(names) else ""

    def _is_of_the_message(self) -> bool:
        """Whether what comes stands in a message, and not in one that it forwards."""
        return bool(self.messages) and "forwarded" not in self._open

    def _begin(self, number: str, is_notice: bool) -> None:
        self.messages.append(
            {"number": number[:20], "who": "", "is_notice": is_notice, "date": "", "text": "",
             "forwarded_from": "", "attached": [], "left_out": False}
        )  # fmt: skip

    def _link(self, target: str) -> None:
        attached = self.messages[-1]["attached"]
        assert isinstance(attached, list)
        is_file = target and "://" not in target and target[0] not in "#/" and ":" not in target
        if is_file and target not in attached and len(attached) < _MOST_FILES:
            attached.append(target[:500])
