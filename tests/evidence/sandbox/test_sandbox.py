"""What a reader that was taken over can do, which is nothing; see ``sandbox.misbehaving``."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tawthiq.evidence.sandbox import confinement
from tawthiq.evidence.sandbox.limits import Limits
from tawthiq.evidence.sandbox.not_read import NotRead, Why
from tawthiq.evidence.sandbox.sandbox import Answer, Sandbox

LIMITS = Limits(memory=512 << 20, processor=1, wall=2, output=1 << 20)
linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux has these walls")


@pytest.fixture(scope="module", params=[True, False], ids=["copies", "one each"])
def sandbox(request: pytest.FixtureRequest) -> Iterator[Sandbox]:
    with Sandbox(LIMITS, forks=request.param) as sandbox:
        yield sandbox


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "film"
    path.write_bytes(b"a film")
    return path


def did(sandbox: Sandbox, file: Path, deed: str, **options: str | bool) -> bool:
    answer = sandbox.ask("misbehave", file, {"deed": deed, **options})
    assert isinstance(answer, Answer), answer
    return bool(answer.record["done"])


def why(sandbox: Sandbox, file: Path, deed: str, **options: str) -> Why:
    answer = sandbox.ask("misbehave", file, {"deed": deed, **options})
    assert isinstance(answer, NotRead), answer
    return answer.why


def test_each_file_is_read_by_a_process_of_its_own(sandbox: Sandbox, file: Path) -> None:
    answers = [sandbox.ask("misbehave", file, {"deed": "answer"}) for _ in range(3)]
    assert len({str(answer) for answer in answers}) == 3


def test_nothing_of_our_environment_is_there(
    sandbox: Sandbox, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET", "key")
    answer = sandbox.ask("misbehave", file, {"deed": "environment"})
    assert isinstance(answer, Answer)
    assert "SECRET" not in str(answer.record["what"])
    assert "PATH" not in str(answer.record["what"])


def test_what_a_library_prints_is_not_an_answer(sandbox: Sandbox, file: Path) -> None:
    assert did(sandbox, file, "talk")


@linux
@pytest.mark.parametrize("deed", ["connect", "start", "fork", "kill"])
def test_it_reaches_nothing_and_nobody(sandbox: Sandbox, file: Path, deed: str) -> None:
    assert not did(sandbox, file, deed)


@linux
@pytest.mark.parametrize("deed", ["read", "write", "remove"])
def test_it_touches_no_other_file(sandbox: Sandbox, file: Path, deed: str) -> None:
    other = file.with_name("key")
    other.write_bytes(b"secret")
    assert not did(sandbox, file, deed, path=str(other))
    assert other.read_bytes() == b"secret"
    assert not did(sandbox, file, "write", path=str(file.with_name("new")))
    assert not file.with_name("new").exists()


def test_it_cannot_open_files_without_end(sandbox: Sandbox, file: Path) -> None:
    assert not did(sandbox, file, "open")


@pytest.mark.parametrize(
    ("deed", "reason"),
    [
        ("take memory", Why.TOO_MUCH_MEMORY),
        ("compute", Why.TOO_LONG),
        ("flood", Why.TOO_MUCH_OUTPUT),
        ("crash", Why.DIED),
        ("raise", Why.DIED),
        ("refuse", Why.ENCRYPTED),
    ],
)
def test_how_it_ends_is_a_value(sandbox: Sandbox, file: Path, deed: str, reason: Why) -> None:
    assert why(sandbox, file, deed) is reason
    assert did(sandbox, file, "answer")  # and the next file is read


def test_it_is_stopped_when_it_only_waits(file: Path) -> None:
    with Sandbox(Limits(wall=0.3)) as sandbox:
        began = time.monotonic()
        assert why(sandbox, file, "sleep") is Why.TOO_LONG
        assert time.monotonic() - began < 5


@pytest.mark.parametrize(
    "line",
    [
        '{"bytes":99999999999}\n',
        '{"bytes":-1}\n',
        '{"bytes":"1"}\n',
        '{"bytes":5}\nab',
        "not json\n",
        "[]\n",
        '{"a":1}',
        "[" * 100_000 + "\n",
        "\xff\xfe\n",
        '{"cannot-read":"made-up"}\n',
    ],
)
def test_nonsense_is_recognised(sandbox: Sandbox, file: Path, line: str) -> None:
    assert why(sandbox, file, "lie", line=line) is Why.NONSENSE


def test_it_cannot_speak_for_the_process_above_it(file: Path) -> None:
    """What looks like the end of an answer is a part of it."""
    with Sandbox(LIMITS) as sandbox:
        assert why(sandbox, file, "lie", line='0\n{"why": "encrypted"}\n') is Why.NONSENSE
        assert did(sandbox, file, "answer")


def test_a_file_that_is_not_there_is_not_read(sandbox: Sandbox, tmp_path: Path) -> None:
    assert why(sandbox, tmp_path / "gone", "answer") is Why.BROKEN


def test_whoever_stops_listening_ends_the_reader(file: Path) -> None:
    with Sandbox(Limits(wall=60)) as sandbox:
        coming = sandbox.hear("misbehave", file, {"deed": "flood"})
        assert next(coming) == {"a": 1}
        coming.close()
        assert did(sandbox, file, "answer")


def test_threads_wait_for_each_other(file: Path) -> None:
    with Sandbox(LIMITS) as sandbox:
        done = list[bool]()
        threads = [
            threading.Thread(target=lambda: done.append(did(sandbox, file, "answer")))
            for _ in range(6)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert done == [True] * 6


@linux
def test_on_linux_every_wall_is_expected_to_stand() -> None:
    expected = confinement.holds()
    assert expected.memory
    assert expected.processor
    assert expected.writing
    assert expected.keeps_off_the_network


@pytest.mark.parametrize("reason", Why)
def test_every_reason_is_said_in_both_languages(reason: Why) -> None:
    said = NotRead(reason).said
    assert said.en
    assert said.ar != said.en


def test_a_limit_of_nothing_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="a limit of nothing"):
        Limits(wall=0)
