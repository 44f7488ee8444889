"""The English words by which a published total is labelled, each under what it is taken to mean.

Tables are tried from top to bottom, so the narrower phrase stands first.
"""

from __future__ import annotations

import re

from tawthiq.claims.group import (
    AID_WORKERS,
    CHILDREN,
    CIVILIANS,
    COMBATANTS,
    EVERYBODY,
    HEALTH_WORKERS,
    MEDIA_WORKERS,
    MEN,
    RESCUERS,
    WOMEN,
    Group,
)
from tawthiq.counts.definition import Unit

_STAFF = r"(?:workers?|staff|personnel)"
GROUPS: tuple[tuple[str, Group], ...] = (
    (r"(?:civilian )?(?:child(?:ren)?|minors?|infants?)|girls? and boys?", CHILDREN),
    (r"(?:civilian )?wom[ae]n", WOMEN),
    (r"(?:civilian )?m[ae]n", MEN),
    (rf"(?:health|medical|health[ -]?care) {_STAFF}|doctors?|paramedics?", HEALTH_WORKERS),
    (rf"(?:aid|humanitarian) {_STAFF}", AID_WORKERS),
    (
        r"(?:white helmets |civil defen[cs]e )?(?:volunteers?|rescuers?)"
        rf"|rescue {_STAFF}|civil defen[cs]e {_STAFF}",
        RESCUERS,
    ),
    (rf"media (?:{_STAFF}|activists?)|journalists?", MEDIA_WORKERS),
    (r"combatants?|fighters?|militants?|soldiers?", COMBATANTS),
    (r"civilians?", CIVILIANS),
    (r"people|persons?|individuals?|residents?|deaths?|fatalities", EVERYBODY),
)
HARMS: tuple[tuple[str, Unit], ...] = (
    (r"killed|deaths?|dead|died|lost their lives|lives lost|fatalities", Unit.KILLED),
    (r"injured|wounded|hurt|injuries", Unit.INJURED),
    (r"(?:forcibly )?displaced", Unit.DISPLACED),
)

_PARTLY, _WHOLLY = r"(?:partially|partly)", r"(?:completely|fully|totally)"
_OR = r"(?: ?, ?| ?/ ?| and/or | and ?/ ?or | and | or )"
_EITHER = rf"(?:{_WHOLLY}{_OR}{_PARTLY}|{_PARTLY}{_OR}{_WHOLLY})"
SITE_HARMS: tuple[tuple[str, Unit], ...] = (
    (
        r"(?:put |become |became |forced )?out of (?:service|action|operation)"
        r"|forced to (?:suspend work|close)|suspended|no longer (?:working|functioning)",
        Unit.SITES_OUT_OF_SERVICE,
    ),
    # "Partly destroyed" alone leaves out what was destroyed altogether, and is not read.
    (
        rf"damaged{_OR}destroyed|destroyed{_OR}damaged"
        rf"|{_EITHER} (?:destroyed|damaged)|(?:destroyed|damaged) {_EITHER}|damaged",
        Unit.SITES_DAMAGED,
    ),
    (rf"(?:{_WHOLLY} )?destroyed(?: {_WHOLLY})?", Unit.SITES_DESTROYED),
    (r"attacked|bombed|targeted|hit|struck|bombarded|shelled", Unit.SITES_ATTACKED),
)

NOTE = re.compile(r"\((?!snhr)([^)]*)\)")
# Not "incidents" alone: those of health care are threats and obstruction as well.
ATTACKS = re.compile(r"\b(?:attacks?|incidents? of violence against)\b(?: on\b| against\b)?")
MASSACRES = re.compile(r"\bmassacres?\b(?: ?\((snhr)[^)]*\))?")
IN_MASSACRES = re.compile(rf"\b(?:in|during)(?: the)?(?: \d+)? {MASSACRES.pattern[2:]}")
TORTURE = re.compile(r"\b(?:under|due to|by) torture\b")
BY = re.compile(r"\b(?:by|attributed to|at the hands of)\b(?: the)? ")
HELD = re.compile(r"\b(?:held|controlled|verified|run|documented|reported)\s+$")
"""What may stand before "by" where it does not say who did it."""
WITH = re.compile(r"\b(?:by|in|with|during|from|using|due to|as a result of)(?: the)? ")
GOVERNMENT = re.compile(r"\bgovernment\b(?!-| (?:forces|side|of)\b| and (?:its|their)\b)")
"""After "by": an adjective that leaves its noun to the next ("Russian and government …")."""
IDLE = re.compile(
    r"\b(?:all parties|all categories|number of|the|a|an|of|and|were|was|been|have|has|had|in|by)\b"
    r"|[,.;:()\-]"
)
