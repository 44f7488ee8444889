"""All recorded bonds, asked by State and treaty, as the record stood on a day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from tawthiq.law.treaty import Bond, State, Treaty
from tawthiq.values.both import Both


class Bonds:
    """The treaties and who is bound by them."""

    def __init__(self, treaties: Mapping[str, Treaty], states: Mapping[str, State]) -> None:
        self.treaties = dict(treaties)
        self.states = dict(states)
        self._named = {
            name.casefold(): state.key
            for state in states.values()
            for name in (state.key, state.name.en, state.name.ar, *state.also)
        }

    def bond(self, state: str, treaty: str, known_at: date | None = None) -> Bond | None:
        """What is recorded, or None where nothing is, or was not yet on that day."""
        held = self.treaties[treaty].bonds.get(state)
        if held and known_at and held.recorded_from > known_at:
            return None
        return held

    def name_of(self, state: str) -> Both:
        """The name of a State in both languages; a name that is no State's stays as it is."""
        held = self.states.get(state)
        return held.name if held else Both.same(state)

    def state_named(self, written: str) -> str | None:
        """The key of the State that is written so, or None."""
        return self._named.get(written.strip().casefold())
