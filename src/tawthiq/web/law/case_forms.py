"""Forms for what a case says for the law as a whole: classes, agreements, patterns."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tawthiq.law.book import LawPack
from tawthiq.law.classification import Conflict
from tawthiq.values.both import Language
from tawthiq.web.law.forms import DayField, DecisionForm, LineField, choices
from tawthiq.web.law.names import CONFLICTS


class ClassificationForm(DecisionForm):
    """A classification of a conflict: dated, with parties and sources, signed or not yet."""

    code = forms.CharField(
        label=_("Code (a-z, 0-9, hyphens)"),
        max_length=80,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        error_messages={"required": _("Give it a code, by which it is found again.")},
    )
    conflict = forms.ChoiceField(label=_("Class of the conflict"))
    one = forms.CharField(
        label=_("One side"), required=False, max_length=200, widget=forms.TextInput({"dir": "auto"})
    )
    other = forms.CharField(
        label=_("The other side"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"dir": "auto"}),
    )
    area = forms.CharField(
        label=_("Where (empty: everywhere)"),
        required=False,
        max_length=200,
        widget=forms.TextInput({"dir": "auto"}),
    )
    first = DayField(label=_("First day"), required=False)
    last = DayField(label=_("Last day (empty: still)"), required=False)
    sources = LineField(
        label=_("Sources, one a line"),
        error_messages={"required": _("A classification rests on sources; name one at least.")},
    )
    signed_by = forms.CharField(
        label=_("Signed by (empty: nobody yet)"),
        required=False,
        max_length=300,
        widget=forms.TextInput({"dir": "auto"}),
    )

    def __init__(self, language: Language, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.fields["conflict"].choices = choices(  # type: ignore[attr-defined]
            ((one.value, CONFLICTS[one]) for one in Conflict), language
        )


class AgreementForm(DecisionForm):
    """An agreement about an area: its kind, parties, places, days and source."""

    code = forms.CharField(
        label=_("Code (a-z, 0-9, hyphens)"),
        max_length=80,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        error_messages={"required": _("Give it a code, by which it is found again.")},
    )
    kind = forms.ChoiceField(label=_("Kind of agreement"))
    name_en = forms.CharField(
        label=_("Name in English"), widget=forms.TextInput({"lang": "en", "dir": "ltr"})
    )
    name_ar = forms.CharField(
        label=_("Name in Arabic"), widget=forms.TextInput({"lang": "ar", "dir": "rtl"})
    )
    parties = LineField(label=_("Parties, one a line"))
    areas = LineField(label=_("Places inside, one a line"), required=False)
    partly = LineField(label=_("Places of which a part is inside, one a line"), required=False)
    first = DayField(label=_("First day"))
    last = DayField(label=_("Last day (empty: still)"), required=False)
    source = forms.CharField(label=_("Source"), widget=forms.TextInput({"dir": "auto"}))
    note_en = forms.CharField(
        label=_("Note in English"),
        required=False,
        widget=forms.Textarea({"rows": 3, "lang": "en", "dir": "ltr"}),
    )
    note_ar = forms.CharField(
        label=_("Note in Arabic"),
        required=False,
        widget=forms.Textarea({"rows": 3, "lang": "ar", "dir": "rtl"}),
    )

    def __init__(self, pack: LawPack, language: Language, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        kinds = ((one.key, one.name) for one in pack.agreement_kinds.values())
        self.fields["kind"].choices = choices(kinds, language)  # type: ignore[attr-defined]


class PatternForm(DecisionForm):
    """A named set of incidents."""

    code = forms.CharField(
        label=_("Code (a-z, 0-9, hyphens)"),
        max_length=80,
        widget=forms.TextInput(attrs={"dir": "ltr"}),
        error_messages={"required": _("Give it a code, by which it is found again.")},
    )
    title_en = forms.CharField(
        label=_("Title in English"), widget=forms.TextInput({"lang": "en", "dir": "ltr"})
    )
    title_ar = forms.CharField(
        label=_("Title in Arabic"), widget=forms.TextInput({"lang": "ar", "dir": "rtl"})
    )
