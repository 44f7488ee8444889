"""Whether some words hold an English verb: enough to tell a sentence from a row of nouns."""

from __future__ import annotations

from collections.abc import Sequence

from tawthiq.statements.reading.lexicon import each_word

_FINITE = each_word(
    """
    is are was were am be been being has have had do does did will would shall should can could
    may might must isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't
    wouldn't can't cannot couldn't let lets said says say told tells tell went goes go gone
    came comes come took takes take taken gave gives give given got gets get made makes make
    saw sees see seen knew knows know known thought thinks think found finds find kept keeps
    keep held holds hold left leaves leave led leads lead lost loses lose met meets meet meant
    means mean paid pays pay put puts ran runs run sent sends send set sets showed shows show
    shown spoke speaks speak stood stands stand struck strikes strike hit hits fell falls fall
    felt feels feel fought fights fight fled flees flee grew grows grow began begins begin
    became becomes become brought brings bring broke breaks break built builds build bought
    caught chose chooses choose drew draws draw drove drives drive ate fed feeds feed forgot
    hid hurt hurts laid lay lies lie rose rises rise sought seeks seek sold shot shoots shoot
    shut shuts slept spent spends spend spread spreads stole taught threw throws throw
    understood understands understand woke wore won wins win wrote writes write written remains
    remain calls call urges urge asks ask demands demand wants want needs need seems seem
    appears appear continues continue condemns condemn warns warn reports report documents
    records counts confirms confirm believes believe expresses express reaffirms deplores
    rejects reject recalls recall stresses stress affirms affirm considers consider requires
    require includes include contains contain concerns concern constitutes constitute amounts
    amount violates violate prohibits prohibit protects protect applies apply exists exist
    happens happen occurs occur kills kill targets destroys destroy damages attacks causes
    cause forces allows allow helps help supports reminds remind insists insist supposes
    suppose assumes assume attributes attribute depends depend deserves deserve denies deny
    describes describe follows follow indicates indicate notes suggests suggest threatens
    threaten uses works lives live dies die bombs shells stays stay starts start stops stop
    thanks thank hopes hope regrets regret welcomes welcome claims claim names states reaches
    reach promotes promote hosts lacks lack serves serve publishes publish presents refers
    refer represents represent reveals reveal reflects reflect poses pose pushes push faces
    face
    """
)


_NO_PARTICIPLES = each_word("hatred hundred sacred indeed kindred naked wicked")


_FORMS = _FINITE | {word.removesuffix("s") for word in _FINITE if len(word) > 4}
"""With the plural of every singular ("targets", "target"): nouns among them do no harm here."""


def has_verb(words: Sequence[str]) -> bool:
    """Whether any of the folded words is, or may be, a finite verb.

    A word in -ed may be one ("condemned"), so a row of nouns with a participle passes: the
    check would rather miss it than blame a sentence.
    """
    return any(word in _FORMS or _may_be_past(word) for word in words)


def _may_be_past(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4 and word not in _NO_PARTICIPLES
