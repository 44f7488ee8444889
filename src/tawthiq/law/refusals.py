"""What a person is told when an incident cannot be qualified as it was given."""

from __future__ import annotations

from collections.abc import Iterable

from tawthiq.errors import InputError
from tawthiq.law.incident import Incident


def state_without_rows(state: str, known: Iterable[str], where: str = "") -> InputError:
    """Nothing is recorded of a State, so no treaty can be asked."""
    there = ", ".join(known)
    at = f"{where}: " if where else ""
    return InputError(
        f"{at}no treaty row is recorded for {state!r}, so nothing can be said of the treaties that "
        f"bind it; there are rows for {there}; correct the name, or add the State to states.yaml "
        "and a row to each file of treaties",
        f"{at}لا صف معاهدات مسجل لـ{state!r}، فلا يمكن قول شيء عن المعاهدات الملزمة لها؛ والمسجل: "
        f"{there}؛ صحّح الاسم، أو أضف الدولة إلى states.yaml وصفًا إلى كل ملف من ملفات المعاهدات",
    )


def unknown_party(party: str) -> InputError:
    """A State was called an armed group."""
    return InputError(
        f"{party} is a State and was given as an armed group; write `party_type: state`",
        f"{party} دولة وقد ذُكرت بوصفها جماعة مسلحة؛ اكتب `party_type: state`",
    )


def no_classification(incident: Incident) -> InputError:
    """Nobody said what kind of conflict it was."""
    return InputError(
        f"{incident.id}: no classification of the conflict covers its day and its parties; add one "
        "with parties, days and sources, or `class: disputed` to read the facts both ways",
        f"{incident.id}: لا تصنيف للنزاع يشمل يومها وأطرافها؛ أضف تصنيفًا بأطرافه وأيامه ومصادره، "
        "أو `class: disputed` لقراءة المعطيات على الوجهين",
    )
