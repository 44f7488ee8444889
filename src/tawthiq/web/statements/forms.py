"""The form of the checker: a text pasted, or a file of one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

MOST_SIGNS = 200_000
"""Codepoints of a text that a page shows with its findings: some sixty pages. House choice."""


class CheckForm(forms.Form):
    """A text to check. One of the two fields is enough; a file comes before pasted words."""

    text = forms.CharField(
        label=_("Paste the text here"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"dir": "auto", "spellcheck": "false"}),
    )
    file = forms.FileField(
        label=_("Or choose a file (.txt, .md, .docx or .pdf)"),
        required=False,
        error_messages={"empty": _("The file is empty: it holds not a single byte.")},
    )

    said_on = forms.DateField(
        label=_("Day of the text, where it does not say it itself"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"invalid": _("Write the day as 2019-07-22.")},
    )

    def clean(self) -> dict[str, Any]:
        """Refuse a form without any text, and one with more than a page can show."""
        cleaned = super().clean() or {}
        text = (cleaned.get("text") or "").replace("\r\n", "\n").replace("\r", "\n")
        if not self.errors and not cleaned.get("file") and not text.strip():
            raise forms.ValidationError(_("There is no text yet: paste one, or choose a file."))
        cleaned["text"] = text
        return cleaned
