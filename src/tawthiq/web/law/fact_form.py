"""The form of one fact: a value that its kind takes, and what speaks for and against it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from tawthiq.law.facts import FactValue, Method
from tawthiq.law.vocabulary import FactKind, Takes
from tawthiq.store.queries.law.shapes import EvidenceLine, FactLine
from tawthiq.values.both import Language
from tawthiq.web.law.forms import DecisionForm
from tawthiq.web.law.names import METHODS
from tawthiq.web.wording.quoting import quoted

_SHOWN = 160  # characters of a piece's words beside its code
_VALUE = _("Value")


def value_field(kind: FactKind, language: Language, *, required: bool = True) -> forms.Field:
    """The field for the values that a kind takes."""
    missing = {"required": _("Give the value.")}
    match kind.takes:
        case Takes.FLAG:
            answers = [("yes", _("yes")), ("no", _("no"))]
            return forms.ChoiceField(
                label=_VALUE,
                required=required,
                choices=answers,
                widget=forms.RadioSelect,
                error_messages=missing,
            )
        case Takes.NUMBER:
            return forms.IntegerField(
                label=_VALUE, required=required, min_value=0, error_messages=missing
            )
        case Takes.CHOICE:
            named = [(one.key, one.name.in_(language)) for one in kind.choices.values()]
            return forms.MultipleChoiceField(
                label=_VALUE,
                required=required,
                choices=named,
                widget=forms.CheckboxSelectMultiple,
                error_messages=missing,
            )
        case Takes.TEXT:
            return forms.CharField(
                label=_VALUE,
                required=required,
                max_length=2_000,
                widget=forms.TextInput({"dir": "auto"}),
                error_messages=missing,
            )


def value_given(kind: FactKind, given: Any) -> FactValue:
    """The cleaned field as a value of the law."""
    match kind.takes:
        case Takes.FLAG:
            return bool(given == "yes")
        case Takes.CHOICE:
            return frozenset(given)
        case Takes.NUMBER:
            return int(given)
        case Takes.TEXT:
            return str(given)


def value_shown(value: FactValue) -> object:
    """A value as its field shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return sorted(value) if isinstance(value, frozenset) else value


class FactForm(DecisionForm):
    """Record a fact, or confirm one that the records suggest."""

    is_contested = forms.BooleanField(label=_("It is disputed, or only claimed"), required=False)
    method = forms.ChoiceField(label=_("How you came to it"))

    def __init__(
        self,
        kind: FactKind,
        pieces: Iterable[EvidenceLine],
        language: Language,
        *given: Any,
        **named: Any,
    ) -> None:
        super().__init__(*given, **named)
        self.kind = kind
        self.fields["value"] = value_field(kind, language)
        self.fields["method"].choices = [  # type: ignore[attr-defined]
            (one.value, METHODS[one].in_(language)) for one in Method
        ]
        offered = [(line.piece.id, _told(line, language)) for line in pieces]
        for field, label in (("evidence", _("What speaks for it")), ("against", _("Against it"))):
            self.fields[field] = forms.MultipleChoiceField(
                label=label,
                required=False,
                choices=offered,
                widget=forms.CheckboxSelectMultiple,
            )

    def value(self) -> FactValue:
        """The value that was given."""
        return value_given(self.kind, self.cleaned_data["value"])


def initial_of(line: FactLine | None) -> dict[str, object]:
    """What the form of a fact begins with: what stands, or what the records suggest."""
    if line is None:
        return {}
    shown = line.suggested if line.suggested is not None and not line.by else line.value
    return {
        "value": value_shown(shown),
        "evidence": list(line.evidence),
        "against": list(line.against),
        "is_contested": line.is_contested,
        "method": line.method.value,
    }


def _told(line: EvidenceLine, language: Language) -> str:
    words = line.piece.words
    shown = words if len(words) <= _SHOWN else words[:_SHOWN].rstrip() + "…"
    kind = line.kind.name.in_(language) if line.kind else _("claim")
    code = format_html('<bdi class="code" dir="ltr">{}</bdi>', line.piece.id)
    return format_html(
        "{} <span>{}: {}</span>", code, kind, quoted(shown, language) if shown else ""
    )
