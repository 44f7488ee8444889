"""A file is looked at before it is read, and what cannot be opened is said in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from tawthiq.errors import UnreadableError
from tawthiq.intake.disguise import true_kind
from tawthiq.intake.given import Given
from tawthiq.values.both import Both


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match=r"there is no file absent\.csv") as caught:
        Given.take(tmp_path / "absent.csv")
    assert "absent.csv" in caught.value.ar and str(tmp_path) not in caught.value.en


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is a folder"):
        Given.take(tmp_path)


def test_a_device_is_no_file() -> None:
    with pytest.raises(UnreadableError, match="there is no file zero"):
        Given.take(Path("/dev/zero"))


def test_a_name_that_no_file_system_takes_is_no_traceback() -> None:
    with pytest.raises(UnreadableError):
        Given.take(Path("x" * 5_000))


def test_a_file_too_large_is_refused_by_its_size_alone(tmp_path: Path) -> None:
    file = tmp_path / "large.txt"
    with file.open("wb") as stream:
        stream.truncate(200_000_001)  # a hole: nothing of it is on the disk
    given = Given.take(file)
    given.refuse_if_larger(200_000_001, Both.same(""))
    with pytest.raises(UnreadableError, match=r"large\.txt has 200 MB; at most 200 MB"):
        given.refuse_if_larger(200_000_000, Both.same(""))


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"%PDF-1.7\n", "pdf"),
        (b"PK\x03\x04....", "zip"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
        (b"\xef\xbb\xbf <!DOCTYPE html>", "html"),
        (b"\n<TABLE><tr>", "html"),
        (b"id,date", ""),
        (b"<tablet>", ""),
        (b"", ""),
    ],
)
def test_the_first_bytes_tell_what_a_file_is(head: bytes, kind: str) -> None:
    assert true_kind(head) == kind
