"""The law pack as one value: norms, bonds, crimes, rules and words, under one hash.

Whoever holds the same hash reads the same law and gets the same results.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from tawthiq.errors import NotLookedAtError
from tawthiq.law.agreement import AgreementKind, KnownAgreement
from tawthiq.law.bonds import Bonds
from tawthiq.law.crime import Crime, ElementRule
from tawthiq.law.defeater import Defeater
from tawthiq.law.derivation import Derivation
from tawthiq.law.evidence import EvidenceKind
from tawthiq.law.forum import Forum, JurisdictionAct
from tawthiq.law.inference import Inference
from tawthiq.law.norm import Norm
from tawthiq.law.subject import Subject
from tawthiq.law.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class LawPack:
    """Everything the engine knows of the law.

    Attributes:
        hash: SHA-256 over every file of the pack, in the order of their names.
        acts: Referrals and declarations that open the International Criminal Court.
    """

    hash: str
    vocabulary: Vocabulary
    evidence_kinds: Mapping[str, EvidenceKind]
    subjects: Mapping[str, Subject]
    derivations: tuple[Derivation, ...]
    inferences: Mapping[str, Inference]
    defeaters: Mapping[str, Defeater]
    element_rules: Mapping[str, ElementRule]
    norms: Mapping[str, Norm]
    crimes: Mapping[str, Crime]
    bonds: Bonds
    forums: tuple[Forum, ...]
    acts: tuple[JurisdictionAct, ...]
    agreement_kinds: Mapping[str, AgreementKind]
    agreements: tuple[KnownAgreement, ...]

    def as_known_on(self, day: date) -> LawPack:
        """The pack without the norms that were recorded later.

        Raises:
            NotLookedAtError: Nothing at all was recorded by then.
        """
        norms = {id_: norm for id_, norm in self.norms.items() if norm.recorded_from <= day}
        if not norms:
            first = min(norm.recorded_from for norm in self.norms.values())
            raise NotLookedAtError(
                f"no law was on record on {day}; ask for {first} or later",
                f"لم تكن أي قاعدة مسجلة في {day}؛ اسأل عن {first} أو ما بعده",
            )
        return replace(self, norms=norms)
