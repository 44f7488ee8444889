"""What a reader asks of the list of incidents: the filter, its form, and addresses that keep it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.safestring import SafeString

from tawthiq.records.vocabulary import parties, sites, weapons
from tawthiq.store.queries.incident_filter import IncidentFilter
from tawthiq.store.queries.incidents import places_in
from tawthiq.store.queries.places import gazetteer
from tawthiq.web.access import Case
from tawthiq.web.reader import Reader
from tawthiq.web.records import options

_LONGEST = 300  # characters of a field that are shown again


@dataclass(frozen=True, slots=True)
class Asking:
    """A filter as asked, with what the form shows.

    Attributes:
        said: The fields as they came, so that a mistake can be mended where it stands.
        errors: What could not be read, by field.
        query: The filter as a query string, without a leading question mark.
        places, sites, weapons, parties, grades: The options of the selects.
    """

    wanted: IncidentFilter
    said: Mapping[str, str]
    errors: Mapping[str, str]
    query: str
    places: SafeString
    sites: SafeString
    weapons: SafeString
    parties: SafeString
    grades: SafeString


def asked(said: Mapping[str, str], case: Case, reader: Reader) -> Asking:
    """Read what a reader asks for; what cannot be read restricts nothing and is named."""
    wanted, errors = IncidentFilter.read(said, gazetteer())
    language = reader.language
    return Asking(
        wanted=wanted,
        said={key: value for key, value in said.items() if len(value) <= _LONGEST},
        errors={name: error.in_(language) for name, error in errors.items()},
        query=urlencode(wanted.as_mapping()),
        places=options.places(places_in(case.code), wanted.place, language),
        sites=options.kinds(sites(), wanted.site, language),
        weapons=options.kinds(weapons(), wanted.weapon, language),
        parties=options.kinds(parties(), wanted.party, language),
        grades=options.grades(wanted.grade, language),
    )
