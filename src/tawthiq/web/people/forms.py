"""The forms of people: whose list, how it is read, and why people are joined or parted."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tawthiq.actions.rights import whoever_runs_this

_WHO = {"required": _("Write who does it.")}
_WHY = {"required": _("Write in a few words why.")}


class ListForm(forms.Form):
    """A list to look at, and whose it is."""

    file = forms.FileField(
        label=_("List (CSV or XLSX)"),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("The file is empty: it holds not a single byte."),
            "missing": _("Choose a file first."),
            "invalid": _("The file did not arrive. Choose it again."),
        },
    )
    source = forms.CharField(
        label=_("Whose list it is"),
        max_length=200,
        error_messages={"required": _("Write whose list it is.")},
    )
    title = forms.CharField(
        label=_("Which list, where they keep several"), max_length=200, required=False
    )


class ReasonForm(forms.Form):
    """Something is done by somebody and for a reason; both go into the journal."""

    by = forms.CharField(
        label=_("Who does this"), max_length=200, initial=whoever_runs_this, error_messages=_WHO
    )
    because = forms.CharField(label=_("Why"), max_length=500, error_messages=_WHY)


class TakeForm(ReasonForm):
    """Taking a list in, as it was previewed."""

    seal = forms.CharField(max_length=200, widget=forms.HiddenInput)


class SplitForm(ReasonForm):
    """Which records are somebody else's."""

    record = forms.TypedMultipleChoiceField(
        coerce=int,
        error_messages={"required": _("Mark the records that are somebody else’s.")},
    )

    def __init__(self, *given: object, records: tuple[int, ...] = (), **more: object) -> None:
        super().__init__(*given, **more)  # type: ignore[arg-type]
        self.fields["record"].choices = [(n, f"R{n}") for n in records]  # type: ignore[attr-defined]


class MergeForm(ReasonForm):
    """Which other person this one is."""

    other = forms.RegexField(
        r"^\s*P?[0-9٠-٩]{1,15}\s*$",
        label=_("Number of the other person, such as P17"),
        max_length=20,
        error_messages={
            "required": _("Write the number of the other person."),
            "invalid": _("Write the number of the other person, such as P17."),
        },
    )

    @property
    def number(self) -> int:
        return int(self.cleaned_data["other"].strip().lstrip("P"))
