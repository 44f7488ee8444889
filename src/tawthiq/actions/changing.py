"""Changing a case: all of it or nothing, one action at a time.

What the disk or another program stands in the way of is said in words that a person can
act on; nothing of the change is kept then.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, transaction

from tawthiq.actions.seal import watched
from tawthiq.errors import HomeError
from tawthiq.store import models
from tawthiq.store.queries.cases import row_of
from tawthiq.values.both import Both

# What SQLite says, and what a person can do about it.
_MENDS = (
    (
        "locked",
        Both(
            "another program is writing to it; try again when that has ended",
            "برنامج آخر يكتب فيها؛ حاول من جديد بعد أن ينتهي",
        ),
    ),
    (
        "full",
        Both(
            "the disk is full; free some space and do the same again",
            "القرص ممتلئ؛ أفرغ مكانًا ثم أعد ما فعلت",
        ),
    ),
    (
        "readonly",
        Both(
            "it may not be written to; look at the rights of the folder and its files",
            "الكتابة فيها غير مسموح بها؛ انظر في صلاحيات المجلد وملفاته",
        ),
    ),
    (
        "disk i/o",
        Both(
            "the disk reports an error; look after the disk before anything else",
            "القرص يُبلغ عن عطل؛ عالج أمر القرص قبل أي شيء آخر",
        ),
    ),
    (
        "malformed",
        Both(
            "its file is damaged; go back to a copy of the home folder",
            "ملفها تالف؛ عُد إلى نسخة من مجلد العمل",
        ),
    ),
    (
        "not a database",
        Both(
            "its file is not a database; go back to a copy of the home folder",
            "ملفها ليس قاعدة بيانات؛ عُد إلى نسخة من مجلد العمل",
        ),
    ),
)


@contextmanager
def changing(code: str) -> Iterator[models.Case]:
    """Hold a case while it is changed, in one transaction.

    Raises:
        UnknownNameError: No case has this code.
        HomeError: The database could not be written; nothing was changed.
    """
    with in_one_piece():
        row_of(code)
        yield models.Case.objects.select_for_update().get(code=code)


@contextmanager
def in_one_piece() -> Iterator[None]:
    """Keep all of what is written inside, or nothing of it.

    Raises:
        HomeError: The database could not be written; nothing was changed.
    """
    with told_plainly(), transaction.atomic(), watched():
        yield


@contextmanager
def told_plainly() -> Iterator[None]:
    """Say what stands in the way of the database in words that a person can act on.

    Raises:
        HomeError: The database could not be used.
    """
    try:
        yield
    except DatabaseError as error:
        raise _told(error) from error


def _told(error: DatabaseError) -> HomeError | DatabaseError:
    said = str(error).lower()
    for sign, mend in _MENDS:
        if sign in said:
            return HomeError(
                f"the database could not be used: {mend.en} (nothing was changed)",
                f"تعذّر استعمال قاعدة البيانات: {mend.ar} (لم يتغيّر شيء)",
            )
    return error
