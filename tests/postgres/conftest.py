"""A PostgreSQL cluster of this test run's own, from the server binaries of the machine."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from ..conftest import IN_CI

USER = "postgres"


@pytest.fixture(scope="session")
def cluster() -> Iterator[str]:
    """The address of an empty cluster that listens on this machine only and syncs nothing."""
    binaries = _binaries()
    folder = Path(subprocess.check_output(["mktemp", "-d"], text=True).strip())
    if os.geteuid() == 0:  # initdb refuses to run as root
        shutil.chown(folder, USER)
    port = _free_port()
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    data, log = folder / "data", folder / "log"
    try:
        _run(binaries / "initdb", "-D", data, "-A", "trust", "-U", "tawthiq")
        _run(binaries / "pg_ctl", "-D", data, "-o", options, "-l", log, "-w", "start")
        yield f"postgresql://tawthiq:none@127.0.0.1:{port}/postgres"
    finally:
        _run(binaries / "pg_ctl", "-D", data, "-m", "immediate", "stop", check=False)
        shutil.rmtree(folder, ignore_errors=True)


def _binaries() -> Path:
    """Where initdb and pg_ctl are; without them a test skips, and in CI it fails."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    on_path = shutil.which("initdb")
    if found:
        return found[-1].parent
    if on_path:
        return Path(on_path).resolve().parent
    missing = "the PostgreSQL server is not installed"
    if IN_CI:
        pytest.fail(missing)
    pytest.skip(missing)


def _run(*command: object, check: bool = True) -> None:
    """Run a server program, as the user postgres where we are root."""
    words = [str(word) for word in command]
    if os.geteuid() != 0:
        subprocess.run(words, check=check, stdout=subprocess.DEVNULL)
        return
    user = pwd.getpwnam(USER)
    subprocess.run(
        words,
        check=check,
        stdout=subprocess.DEVNULL,
        user=user.pw_uid,
        group=user.pw_gid,
        cwd="/",
    )


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port: int = asked.getsockname()[1]
        return port
