"""Forms for what is said of an incident for the law: who acted, and the evidence."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tawthiq.law.book import LawPack
from tawthiq.law.incident import PartyType
from tawthiq.values.both import Language
from tawthiq.web.law.forms import LONGEST, NOTE, DecisionForm, choices
from tawthiq.web.law.names import PARTY_TYPES


class AscriptionForm(DecisionForm):
    """Who is said to have acted, against whom and where."""

    party = forms.CharField(
        label=_("Who is said to have acted (a State, or the name of a group)"),
        required=False,
        max_length=120,
        widget=forms.TextInput({"dir": "auto"}),
    )
    party_type = forms.ChoiceField(label=_("What it is"))
    opposing = forms.CharField(
        label=_("The other side"),
        required=False,
        max_length=120,
        widget=forms.TextInput({"dir": "auto"}),
    )
    territory = forms.CharField(
        label=_("On whose territory (empty: as the place says)"),
        required=False,
        max_length=60,
        widget=forms.TextInput({"dir": "auto"}),
    )

    def __init__(self, language: Language, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        kinds = ((one.value, PARTY_TYPES[one]) for one in PartyType)
        self.fields["party_type"].choices = choices(kinds, language)  # type: ignore[attr-defined]


class EvidenceForm(DecisionForm):
    """A piece of evidence that facts of an incident may cite."""

    code = forms.CharField(
        label=_("Code, as facts will cite it"),
        max_length=40,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        error_messages={"required": _("Give it a code, by which facts cite it.")},
    )
    kind = forms.ChoiceField(label=_("What it is"))
    words = forms.CharField(
        label=_("In your words"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs=NOTE),
    )
    source = forms.CharField(
        label=_("Where it lies (an address, or words)"),
        error_messages={"required": _("Say where the piece lies, or give its address.")},
        widget=forms.TextInput({"dir": "auto"}),
    )
    reliability = forms.ChoiceField(
        label=_("Source graded A to F"),
        required=False,
        choices=[("", _("not graded")), *((one, one) for one in "ABCDEF")],
    )
    credibility = forms.ChoiceField(
        label=_("Information graded 1 to 6"),
        required=False,
        choices=[("", _("not graded")), *((str(one), str(one)) for one in range(1, 7))],
    )
    group = forms.CharField(
        label=_("Origin it shares with other pieces (empty: its own)"),
        required=False,
        max_length=80,
        widget=forms.TextInput({"dir": "auto"}),
    )

    def __init__(self, pack: LawPack, language: Language, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        kinds = ((one.key, one.name) for one in pack.evidence_kinds.values())
        self.fields["kind"].choices = choices(kinds, language)  # type: ignore[attr-defined]
