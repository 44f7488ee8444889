"""Packages closed for their readers; the keys here are made for the test."""

from __future__ import annotations

import io
import shutil
import subprocess
import tarfile
from pathlib import Path

import pyrage
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from pyrage import x25519
from tests.evidence.packages.conftest import Verify

from tawthiq.errors import InputError, UnreadableError
from tawthiq.evidence.packages.encryption import encrypted, opened

COURT, LAWYER, STRANGER = (x25519.Identity.generate() for _ in range(3))


def public(identity: x25519.Identity) -> str:
    return str(identity.to_public())


@pytest.fixture
def closed(made: Path, tmp_path: Path) -> Path:
    file = tmp_path / "market.tar.age"
    encrypted(made, file, [public(COURT), public(LAWYER)])
    return file


@pytest.mark.parametrize("reader", [COURT, LAWYER], ids=["court", "lawyer"])
def test_each_recipient_opens_it_and_finds_the_package_whole(
    made: Path, closed: Path, tmp_path: Path, verify: Verify, reader: x25519.Identity
) -> None:
    opened(closed, tmp_path / "open", str(reader))
    [package] = (tmp_path / "open").iterdir()
    assert package.name == made.name
    assert verify(package)[0] == 0
    files = {p.relative_to(made): p.read_bytes() for p in made.rglob("*") if p.is_file()}
    assert {
        p.relative_to(package): p.read_bytes() for p in package.rglob("*") if p.is_file()
    } == files


def test_nobody_else_opens_it(closed: Path, tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="cannot be opened with this key"):
        opened(closed, tmp_path / "open", str(STRANGER))
    with pytest.raises(UnreadableError):
        opened(closed, tmp_path / "open", "AGE-SECRET-KEY-1NONSENSE")
    assert not (tmp_path / "open").exists()


@pytest.mark.parametrize("change", ["cut", "flipped", "lengthened"])
def test_a_file_that_was_changed_on_the_way_is_not_opened(
    closed: Path, tmp_path: Path, change: str
) -> None:
    data = bytearray(closed.read_bytes())
    if change == "flipped":
        data[len(data) // 2] ^= 1
    closed.write_bytes({"cut": data[:-100], "flipped": data, "lengthened": data + b"x"}[change])
    with pytest.raises(UnreadableError):
        opened(closed, tmp_path / "open", str(COURT))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["market.tar.age"]


def test_nothing_of_what_is_inside_is_seen_from_outside(closed: Path) -> None:
    data = closed.read_bytes()
    for word in (b"IDLIB", b"verify.py", b"Layla", b"bagit"):
        assert word not in data


def test_a_key_of_ssh_may_be_a_recipient(made: Path, tmp_path: Path) -> None:
    key = Ed25519PrivateKey.generate().public_key()
    line = key.public_bytes(Encoding.OpenSSH, PublicFormat.OpenSSH).decode()
    encrypted(made, tmp_path / "x.age", [line + " court@example"])
    assert (tmp_path / "x.age").stat().st_size > 100_000


@pytest.mark.parametrize("line", ["", "nonsense", "age1xyz", "AGE-SECRET-KEY-1", "ssh-rsa x"])
def test_what_is_no_key_is_refused_before_anything_is_written(
    made: Path, tmp_path: Path, line: str
) -> None:
    with pytest.raises(UnreadableError, match="no key of a recipient"):
        encrypted(made, tmp_path / "x.age", [public(COURT), line])
    assert list(tmp_path.iterdir()) == []


def test_for_nobody_nothing_is_closed(made: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="nobody"):
        encrypted(made, tmp_path / "x.age", [])


def test_nothing_is_written_over(made: Path, closed: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="there already"):
        encrypted(made, closed, [public(COURT)])
    (tmp_path / "open").mkdir()
    with pytest.raises(InputError, match="there already"):
        opened(closed, tmp_path / "open", str(COURT))


def test_the_archive_tells_nothing_of_the_machine_that_made_it(
    closed: Path, tmp_path: Path
) -> None:
    (tmp_path / "tar").write_bytes(pyrage.decrypt(closed.read_bytes(), [COURT]))
    with tarfile.open(tmp_path / "tar") as tar:
        for member in tar:
            assert (member.uid, member.gid, member.mtime) == (0, 0, 0)
            assert (member.uname, member.gname) == ("", "")


@pytest.mark.skipif(not shutil.which("tar"), reason="tar is not installed")
def test_the_systems_tar_reads_it(made: Path, closed: Path, tmp_path: Path) -> None:
    plain = pyrage.decrypt(closed.read_bytes(), [COURT])
    ran = subprocess.run(["tar", "-tf", "-"], input=plain, capture_output=True, check=True)
    assert f"{made.name}/verify.py" in ran.stdout.decode()


@pytest.mark.parametrize("name", ["../out", "/tmp/out", "a/../../out"])
def test_an_archive_that_reaches_outside_is_refused(tmp_path: Path, name: str) -> None:
    """Whoever has our public key can send us anything."""
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as tar:
        member = tarfile.TarInfo(name)
        member.size = 1
        tar.addfile(member, io.BytesIO(b"x"))
    file = tmp_path / "evil.age"
    file.write_bytes(pyrage.encrypt(archive.getvalue(), [COURT.to_public()]))
    with pytest.raises(UnreadableError):
        opened(file, tmp_path / "open", str(COURT))
    assert sorted(path.name for path in tmp_path.iterdir()) == ["evil.age"]


def test_links_are_neither_packed_nor_unpacked(made: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(made, copy)
    (copy / "link").symlink_to("/etc/passwd")
    with pytest.raises(ValueError, match="plain files"):
        encrypted(copy, tmp_path / "x.age", [public(COURT)])
    assert not (tmp_path / "x.age").exists() and not (tmp_path / "x.age.part").exists()
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as tar:
        member = tarfile.TarInfo("link")
        member.type, member.linkname = tarfile.SYMTYPE, "/etc"
        tar.addfile(member)
    (tmp_path / "evil.age").write_bytes(pyrage.encrypt(archive.getvalue(), [COURT.to_public()]))
    with pytest.raises(UnreadableError):
        opened(tmp_path / "evil.age", tmp_path / "open", str(COURT))
