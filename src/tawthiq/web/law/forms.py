"""The forms of the law: each is a decision by somebody, with a reason that stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tawthiq.actions.rights import whoever_runs_this
from tawthiq.law.book import LawPack
from tawthiq.law.classification import Conflict
from tawthiq.law.incident import PartyType
from tawthiq.law.row_text import DAYS, RowText
from tawthiq.law.treaty import Status
from tawthiq.values.both import Both, Language
from tawthiq.web.law.names import CONFLICTS, PARTY_TYPES, STATUSES

_NOTE = {"rows": 3, "dir": "auto"}
_LONGEST = 4_000


class DecisionForm(forms.Form):
    """Who decides and why; both go into the journal."""

    by = forms.CharField(
        label=_("Who decides"),
        max_length=200,
        initial=whoever_runs_this,
        error_messages={"required": _("Write who decides.")},
    )
    because = forms.CharField(
        label=_("Why"),
        max_length=_LONGEST,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": _("A decision stays with its reason; say why.")},
    )

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.label_suffix = ""


class LineField(forms.CharField):
    """Several things, one a line."""

    def __init__(self, **named: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs=_NOTE), max_length=_LONGEST, **named)

    def clean(self, value: Any) -> list[str]:
        """The lines that hold something, without the space around them."""
        said = super().clean(value) or ""
        return [line.strip() for line in str(said).splitlines() if line.strip()]


class DayField(forms.DateField):
    """A day, written as 2019-07-22 where the browser has no calendar."""

    def __init__(self, **named: Any) -> None:
        widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
        errors = {
            "invalid": _("Write the day as 2019-07-22."),
            "required": _("A day is missing; write it as 2019-07-22."),
        }
        super().__init__(widget=widget, input_formats=["%Y-%m-%d"], error_messages=errors, **named)


class SignForm(DecisionForm):
    """A row of the law pack: its texts, and the lawyer who vouches for them.

    ``do`` says whether it is signed as it then stands, or only corrected.
    """

    lawyer = forms.CharField(label=_("Name and standing of the lawyer"), required=False)
    on = DayField(label=_("Day of the signature"), required=False)
    source = forms.CharField(
        label=_("What the row was held against"),
        widget=forms.TextInput(attrs={"dir": "auto"}),
        error_messages={"required": _("Name what the row was held against.")},
    )

    def __init__(
        self, texts: Mapping[RowText, str], language: Language, *given: Any, **named: Any
    ) -> None:
        super().__init__(*given, **named)
        self.fields["on"].initial = datetime.now(UTC).date()
        self.fields["because"].label = _("Why, in a few words")
        self._texts = list(texts)
        for field, text in texts.items():
            self.fields[field.value] = _row_field(field, text, language)

    @property
    def texts(self) -> list[forms.BoundField]:
        """The fields of the row itself."""
        return [self[field.value] for field in self._texts]

    def corrected(self) -> dict[RowText, str]:
        """What the row should say, field by field."""
        return {field: self.cleaned_data[field.value] for field in self._texts}


def _row_field(field: RowText, text: str, language: Language) -> forms.Field:
    said = field.name_said.in_(language)
    if field is RowText.STATUS:
        statuses = ((one.value, STATUSES[one]) for one in Status)
        return forms.ChoiceField(label=said, initial=text, choices=_choices(statuses, language))
    if field in DAYS:
        widget: forms.Widget = forms.TextInput(attrs={"dir": "ltr", "placeholder": "2019-07-22"})
    elif field.value.startswith(("summary", "note")):
        widget = forms.Textarea(attrs={"rows": 3, **_script(field)})
    else:
        widget = forms.TextInput(attrs=_script(field))
    return forms.CharField(
        label=said[:1].upper() + said[1:],
        initial=text,
        required=False,
        strip=True,
        max_length=_LONGEST,
        widget=widget,
    )


def _script(field: RowText) -> dict[str, str]:
    """The language a field is written in, so that it is typed in its own direction."""
    if field.value.endswith("_ar"):
        return {"lang": "ar", "dir": "rtl"}
    return {"lang": "en", "dir": "ltr"}


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
        self.fields["conflict"].choices = _choices(  # type: ignore[attr-defined]
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
        self.fields["kind"].choices = _choices(kinds, language)  # type: ignore[attr-defined]


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
        self.fields["party_type"].choices = _choices(kinds, language)  # type: ignore[attr-defined]


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
        max_length=_LONGEST,
        widget=forms.Textarea(attrs=_NOTE),
    )
    source = forms.CharField(
        label=_("Where it lies (an address, or words)"),
        required=False,
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
        self.fields["kind"].choices = _choices(kinds, language)  # type: ignore[attr-defined]


def _choices(pairs: Iterable[tuple[str, Both]], language: Language) -> list[tuple[str, str]]:
    said = ((key, name.in_(language)) for key, name in pairs)
    return [(key, name[:1].upper() + name[1:]) for key, name in said]
