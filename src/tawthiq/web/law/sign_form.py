"""The form of a lawyer: the texts of a row of the law pack, and who vouches for them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tawthiq.law.row_text import DAYS, RowText
from tawthiq.law.treaty import Status
from tawthiq.values.both import Language
from tawthiq.web.law.forms import LONGEST, DayField, DecisionForm, choices
from tawthiq.web.law.names import STATUSES


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
        return forms.ChoiceField(label=said, initial=text, choices=choices(statuses, language))
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
        max_length=LONGEST,
        widget=widget,
    )


def _script(field: RowText) -> dict[str, str]:
    """The language a field is written in, so that it is typed in its own direction."""
    if field.value.endswith("_ar"):
        return {"lang": "ar", "dir": "rtl"}
    return {"lang": "en", "dir": "ltr"}
