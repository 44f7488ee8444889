"""Everything that stands below ``tawthiq evidence``, brought together from its modules."""

from __future__ import annotations

from tawthiq.cli import consenting as consenting
from tawthiq.cli import evidence as _evidence
from tawthiq.cli.capturing import evidence as evidence
from tawthiq.cli.evidence_giving import package as package

_ = _evidence  # importing it makes its commands
