"""A counting rule: which incidents a named count takes, such as "massacres".

"Massacre" is a statistical label with a version, not a legal finding. The monitor that
uses it says how many, of whom, in one attack; its wording has changed over the years
(see ``docs/glossary.md``), so a rule carries its version and its source.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tawthiq.claims.group import UNSTATED
from tawthiq.claims.toll import Harm
from tawthiq.records.incident import Incident
from tawthiq.values.both import Both


@dataclass(frozen=True, slots=True)
class CountingRule:
    """A rule that an incident meets, fails, or may meet.

    Attributes:
        key: As stored, with the version where there is one.
        name: What readers see in "killed in …".
        words: The rule itself.
        source: Address of the page that states it.
        at_least: How many killed in one incident, or None where we cannot apply it.
    """

    key: str
    name: Both
    words: Both
    source: str
    at_least: int | None

    def meets(self, incident: Incident) -> bool | None:
        """Whether an incident meets the rule; None where its range does not decide it.

        Four confirmed and one possible: may meet it, and does not count at the minimum.
        The rules are about civilians: where only fighters were the target, a number of
        people can fail a rule and never meets it.
        """
        held = incident.range_of(Harm.KILLED, UNSTATED)
        if self.at_least is None or held is None or held.how_many is None:
            return None
        number = held.how_many
        if number.high is not None and number.high < self.at_least:
            return False
        enough = number.low is not None and number.low >= self.at_least
        return True if enough and not incident.is_on_fighters_alone else None


MASSACRE = CountingRule(
    "massacre",
    Both("massacres", "مجازر"),
    Both("attacks that the source calls massacres", "هجمات يسمّيها المصدر مجازر"),
    "",
    None,
)
MASSACRE_SNHR = CountingRule(
    "massacre-snhr",
    Both("massacres (SNHR's rule)", "مجازر (وفق تعريف الشبكة السورية)"),
    Both(
        "attacks in which at least five civilians were killed at once",
        "هجمات قُتل في كل منها خمسة مدنيين على الأقل دفعة واحدة",
    ),
    "https://sn4hr.org/blog/2019/07/31/54091/",
    5,
)
TORTURE = CountingRule(
    "torture",
    Both("under torture", "تحت التعذيب"),
    Both("deaths under torture", "وفيات تحت التعذيب"),
    "",
    None,
)
RULES: Mapping[str, CountingRule] = {rule.key: rule for rule in (MASSACRE, MASSACRE_SNHR, TORTURE)}
RULE_OF: Mapping[str, CountingRule] = {"snhr": MASSACRE_SNHR}
"""What an origin means by a bare "massacres", by its key."""
