"""The forms of an import: which file, and then by whom and why."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from tawthiq.actions.rights import whoever_runs_this

CLAIMS, TOTALS = "claims", "totals"


class UploadForm(forms.Form):
    """A table to look at."""

    file = forms.FileField(
        label=_("Table (CSV or XLSX)"),
        error_messages={
            "required": _("Choose a file first."),
            "empty": _("The file is empty: it holds not a single byte."),
            "missing": _("Choose a file first."),
            "invalid": _("The file did not arrive. Choose it again."),
        },
    )
    kind = forms.ChoiceField(
        label=_("What its rows are"),
        choices=[
            (CLAIMS, _("claims on incidents")),
            (TOTALS, _("totals of whole periods")),
        ],
        initial=CLAIMS,
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Say what the rows of the table are."),
            "invalid_choice": _("Say what the rows of the table are."),
        },
    )


class ConfirmForm(forms.Form):
    """Taking a table in is done by somebody and for a reason; both go into the journal."""

    seal = forms.CharField(max_length=200, widget=forms.HiddenInput)
    by = forms.CharField(
        label=_("By whom"),
        max_length=200,
        initial=whoever_runs_this,
        error_messages={"required": _("Write who takes the table in.")},
    )
    because = forms.CharField(
        label=_("Why"),
        max_length=500,
        error_messages={"required": _("Write in a few words why it is taken in.")},
    )
