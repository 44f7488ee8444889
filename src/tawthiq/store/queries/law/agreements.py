"""The agreements that a case records or the pack knows, and the incidents inside them."""

from __future__ import annotations

from tawthiq.store.queries.law.shapes import KeptAgreement, UnderAgreement


def agreements(case: str) -> tuple[KeptAgreement, ...]:
    """The standing agreements of a case, and those of the pack, in the order of their days.

    Raises:
        UnknownNameError: The case does not exist.
    """
    raise NotImplementedError


def incidents_under(case: str, agreement: str) -> tuple[UnderAgreement, ...]:
    """The incidents of a case that lie in an agreement, or of which that is unknown.

    Raises:
        UnknownNameError: The case or the agreement does not exist.
    """
    raise NotImplementedError
