"""What comes of asking an authority to stamp a digest, and what is held until something came."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tawthiq.values.both import Both
from tawthiq.values.digest import Digest


@dataclass(frozen=True, slots=True)
class Stamped:
    """An authority's reply, verified when it came.

    Attributes:
        digest: What was stamped.
        reply: The bytes as they came. They are the evidence; keep them whatever else is kept.
        nonce: The number that was sent along; a reply to another request does not give it back.
        authority: Whom we asked, by the name that we have for it.
        time: When the authority says it saw the digest, in UTC.
    """

    digest: Digest
    reply: bytes
    nonce: int
    authority: str
    time: datetime


@dataclass(frozen=True, slots=True)
class NotStamped:
    """Nothing that may be believed came back; kept beside the evidence and shown.

    Attributes:
        digest: What should have been stamped.
        authority: Whom we asked.
        reason: Why not.
        reply: What came, as it came, even where nobody can read it; empty where nothing did.
        may_be_asked_again: Whether the same question may be answered later: there was no network.
    """

    digest: Digest
    authority: str
    reason: Both
    reply: bytes = b""
    may_be_asked_again: bool = True


class TimestampAuthority(Protocol):
    """Somebody outside our house who says when they saw a digest; never shown the evidence."""

    @property
    def name(self) -> str:
        """What we call it; also in what is kept."""
        ...

    def stamp(self, digest: Digest) -> Stamped | NotStamped:
        """Ask once."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """A digest that shall be stamped by an authority.

    Attributes:
        since: When we first wanted it.
    """

    digest: Digest
    authority: str
    since: datetime


def pending(asked: Iterable[Asked], came: Iterable[Stamped | NotStamped]) -> list[Asked]:
    """What was asked for and has no stamp yet, oldest first; none of it proves anything.

    What an authority refused for good is no longer pending: it has failed, and says why.
    """
    done = {
        (one.digest, one.authority)
        for one in came
        if isinstance(one, Stamped) or not one.may_be_asked_again
    }
    waiting = [one for one in asked if (one.digest, one.authority) not in done]
    return sorted(waiting, key=lambda one: (one.since, one.authority, one.digest))
