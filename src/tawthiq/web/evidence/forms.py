"""The forms of evidence: who gives what, to whom it goes, what is painted over, who agreed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from tawthiq.actions.evidence.link import Thing
from tawthiq.actions.rights import whoever_runs_this
from tawthiq.evidence.consent import Purpose
from tawthiq.evidence.custody import StepKind
from tawthiq.evidence.redaction.boxes import Box
from tawthiq.web.reader import current
from tawthiq.web.wording.evidence import PURPOSES

_WHO, _BY = _("Done by"), _("Write who does this.")


def _by(label: Any = _WHO) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=200, initial=whoever_runs_this, error_messages={"required": _BY}
    )


class GiveForm(forms.Form):
    """How something came: from whom, by whose hands."""

    source = forms.CharField(
        label=_("From whom or where"),
        max_length=500,
        error_messages={"required": _("Write from whom or where it comes: custody begins there.")},
    )
    by = _by(_("Taken in by"))
    note = forms.CharField(label=_("How it came"), max_length=1000, required=False)
    kind = forms.ChoiceField(
        label=_("How we got it"),
        choices=[
            (StepKind.RECEIVED.value, _("somebody gave it to us")),
            (StepKind.CAPTURED.value, _("we recorded it ourselves")),
        ],
        initial=StepKind.RECEIVED.value,
        widget=forms.RadioSelect,
    )


class HandOverForm(forms.Form):
    """Out of our hands into those of a named body."""

    to = forms.CharField(
        label=_("To whom"),
        max_length=500,
        error_messages={"required": _("Write to whom it is handed over.")},
    )
    by = _by()
    note = forms.CharField(label=_("How and why"), max_length=1000, required=False)


class RedactForm(forms.Form):
    """Boxes, one a line, and why they are painted over."""

    boxes = forms.CharField(
        label=_("Boxes, one a line: page, left, top, width, height, in percent"),
        widget=forms.Textarea(attrs={"rows": 5, "dir": "ltr", "spellcheck": "false"}),
        max_length=20_000,
        error_messages={"required": _("Draw or write at least one box.")},
    )
    reason = forms.CharField(
        label=_("Why"),
        max_length=500,
        error_messages={"required": _("Write why it is painted over.")},
    )
    by = _by()
    reviewer = forms.CharField(
        label=_("Who looks at the copy before it leaves"),
        max_length=200,
        error_messages={"required": _("Write who reviews it.")},
    )

    def clean_boxes(self) -> list[Box]:
        return [self._box(line) for line in self.cleaned_data["boxes"].splitlines() if line.strip()]

    def _box(self, line: str) -> Box:
        """One line; what stands a hair outside the page is brought to its edge."""
        try:
            page, left, top, width, height = map(float, line.replace("،", ",").split(","))
            right, bottom = min(left + width, 100), min(top + height, 100)
            return Box(int(page) - 1, left / 100, top / 100, right / 100, bottom / 100)
        except (ValueError, OverflowError):
            raise forms.ValidationError(
                _("“%(line)s” is no box inside a page: five numbers, divided by commas."),
                params={"line": line[:80]},
            ) from None


class LinkForm(forms.Form):
    """On what an item bears."""

    what = forms.ChoiceField(
        label=_("It bears on"),
        choices=[
            (Thing.INCIDENT.value, _("an incident")),
            (Thing.CLAIM.value, _("a claim")),
            (Thing.DOCUMENT.value, _("a document")),
        ],
    )
    code = forms.CharField(
        label=_("Its code"),
        max_length=200,
        error_messages={"required": _("Write the code of the incident, claim or document.")},
    )
    because = forms.CharField(
        label=_("Why"), max_length=500, error_messages={"required": _("Write why it bears on it.")}
    )
    by = _by()


class PersonForm(forms.Form):
    """Somebody who can agree; the name may stay unwritten."""

    name = forms.CharField(label=_("Name, if it may be kept"), max_length=200, required=False)
    note = forms.CharField(label=_("How they are known to us"), max_length=500, required=False)
    by = _by(_("Written down by"))


class SeenForm(forms.Form):
    """Who is in an item; nobody is an answer too."""

    persons = forms.MultipleChoiceField(
        label=_("Who is in it"), required=False, widget=forms.CheckboxSelectMultiple
    )
    nobody = forms.BooleanField(label=_("Somebody looked, and nobody is in it"), required=False)
    by = _by(_("Looked by"))

    def __init__(self, codes: list[tuple[str, str]], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["persons"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = codes

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if bool(given.get("persons")) is bool(given.get("nobody")):
            raise forms.ValidationError(_("Choose who is in it, or say that nobody is; not both."))
        return given


class _UseForm(forms.Form):
    purpose = forms.ChoiceField(label=_("For what"))
    recipient = forms.CharField(
        label=_("To whom, where it is shared"), max_length=200, required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["purpose"]
        assert isinstance(field, forms.ChoiceField)
        language = current().language
        field.choices = [
            *self.beginning(),
            *((p.value, PURPOSES[p].in_(language)) for p in Purpose),
        ]

    def beginning(self) -> list[tuple[str, Any]]:
        return []


class ConsentForm(_UseForm):
    """One use that a person agreed to."""

    until = forms.DateField(
        label=_("Until which day, if it ends"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Write the day as 2031-03-04.")},
    )
    record = forms.CharField(
        label=_("Code of the form or recording that shows it"), max_length=200, required=False
    )
    by = _by(_("Explained and written down by"))


class WithdrawForm(_UseForm):
    """What a person takes back: one use, or everything."""

    by = _by(_("Told to"))

    def beginning(self) -> list[tuple[str, Any]]:
        return [("", _("everything they ever agreed to"))]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["purpose"].required = False
