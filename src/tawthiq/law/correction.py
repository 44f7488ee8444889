"""What lawyers do to rows of the law pack: correct their texts, vouch for them, take that back.

The pack that ships is never edited. Changes are laid over it in the order of time, and the
hash of the result covers them, so that whoever reads the same hash reads the same law.
"""

from __future__ import annotations

from enum import StrEnum


class RowText(StrEnum):
    """A field of a norm that a lawyer may correct."""

    PROVISION_EN = "provision_en"
    PROVISION_AR = "provision_ar"
    TITLE_EN = "title_en"
    TITLE_AR = "title_ar"
    SUMMARY_EN = "summary_en"
    SUMMARY_AR = "summary_ar"
    NOTE_EN = "note_en"
    NOTE_AR = "note_ar"
    CITATION = "citation"
    URL = "url"
    VALID_FROM = "valid_from"
    """A day as 2019-07-22, or "" where it is open."""
    VALID_TO = "valid_to"
