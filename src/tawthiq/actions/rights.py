"""Who may do what: every question of permission is answered here and only here.

This installation serves the one person who runs it, on their own machine: whoever can
start the program owns the folder and may do everything. Each question has its function
all the same, so that accounts can come without an action being written anew.
"""

from __future__ import annotations

import getpass


def whoever_runs_this() -> str:
    """The name under which the journal records what this process does."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container whose user has no name
        return "whoever runs this"


def require_open_case(by: str) -> None:
    """Let somebody open a case.

    Raises:
        ValueError: Nobody is named.
    """
    _require_somebody(by)


def require_import(by: str, case: str) -> None:
    """Let somebody take a table into a case.

    Raises:
        ValueError: Nobody is named.
    """
    _require_somebody(by)


def require_decide(by: str, case: str) -> None:
    """Let somebody group claims or set a grade in a case.

    Raises:
        ValueError: Nobody is named.
    """
    _require_somebody(by)


def require_publish(by: str, case: str) -> None:
    """Let somebody save a statement or name a count in a case.

    Raises:
        ValueError: Nobody is named.
    """
    _require_somebody(by)


def require_evidence(by: str, case: str) -> None:
    """Let somebody take evidence into a case, or do something with what is there.

    Raises:
        ValueError: Nobody is named.
    """
    _require_somebody(by)


def require_qualify(by: str, case: str) -> None:
    """Let somebody record facts, evidence, classes, agreements and patterns of a case.

    Raises:
        ValueError: Nobody is named.
    """
    _require_somebody(by)


def require_consent(by: str, case: str) -> None:
    """Let somebody write down what a person agreed to, or erase what tells of them.

    Raises:
        ValueError: Nobody is named.
    """
    _require_somebody(by)


def require_sign_law(by: str) -> None:
    """Let somebody sign or correct a row of the law pack, for every case of the house.

    Raises:
        ValueError: Nobody is named.
    """
    _require_somebody(by)


def require_change_key(by: str) -> None:
    """Let somebody change the key that signs for the log.

    Raises:
        ValueError: Nobody is named.
    """
    _require_somebody(by)


def _require_somebody(by: str) -> None:
    if not by.strip():
        raise ValueError("a change is made by somebody; say who")
