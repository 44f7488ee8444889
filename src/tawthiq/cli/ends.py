"""How a command ends, in the four codes that scripts may rely on."""

from __future__ import annotations

HOLDS, DOES_NOT_HOLD, WRONGLY_CALLED, COULD_NOT = 0, 1, 2, 3
