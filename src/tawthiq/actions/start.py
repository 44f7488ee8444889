"""Make a home folder ready for use, whatever state it is in."""

from __future__ import annotations

import os
from pathlib import Path

from tawthiq.errors import HomeError
from tawthiq.store.home import VARIABLE, Home

_SETTINGS = "tawthiq.web.settings"


def start(named: str | Path = "") -> Home:
    """Set Django up on a home folder and bring its database to this version.

    Called once, before anything that touches the database is imported. Takes 0.3 s
    where the database is in order.

    Raises:
        HomeError: The folder cannot be used, its database is damaged or is one of a later
            version of this program.
    """
    home = Home.find(named)
    home.prepare()
    os.environ[VARIABLE] = str(home.folder)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", _SETTINGS)
    import django

    django.setup()
    bring_up_to_date(home)
    return home


def bring_up_to_date(home: Home) -> None:
    """Make the tables, or change those of an earlier version; a later one is refused.

    Raises:
        HomeError: As for ``start``.
    """
    from django.core.management import call_command
    from django.db import transaction

    from tawthiq.actions.changing import told_plainly
    from tawthiq.actions.rights import whoever_runs_this
    from tawthiq.actions.seal import take_over
    from tawthiq.store.versions import known_steps, taken_steps

    with told_plainly():
        taken, known = taken_steps(), known_steps()
        if later := sorted(taken - known):
            raise HomeError(
                f"{home.folder} was made by a later version of Tawthiq ({', '.join(later)}); "
                "install that version, or name another home with --home",
                f"صُنع {home.folder} بإصدار أحدث من توثيق ({', '.join(later)})؛ ثبّت ذلك "
                "الإصدار، أو سمِّ مجلدًا آخر بالخيار --home",
            )
        if taken != known:
            call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
            with transaction.atomic():
                take_over(by=whoever_runs_this())
