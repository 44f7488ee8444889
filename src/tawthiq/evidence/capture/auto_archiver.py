"""What auto-archiver leaves behind: its description of a page, hashes of what it kept, time stamps.

Its own check of a stamp believes certificates that the stamp itself brings along, so that anybody
can make one that it accepts; and it goes on where a stamp failed. So each stamp is verified here
anew, against authorities that were chosen beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tawthiq.evidence.capture import words
from tawthiq.evidence.capture.files import GivenFile, GivenFiles, asked, hashed
from tawthiq.evidence.capture.finding import Capture, Check, Outcome, Tool, ToolClaim
from tawthiq.evidence.media.claims import About
from tawthiq.evidence.sandbox.frames import Record
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.timestamps.verification import Refused, Roots, verify
from tawthiq.values.both import Both

_METADATA, _HASHES = "metadata.json", "hashes.txt"
_STAMP = re.compile(r"timestamp_token_|\.(tsr|tst)$")
_ALGORITHMS = {"SHA-256": "sha256", "SHA3-512": "sha3_512"}
_LARGEST_STAMP, _LARGEST_HASHES = 1 << 16, 1 << 20  # bytes
_ABOUT = {
    "timestamp": About.TAKEN_AT,
    "_processed_at": About.TAKEN_AT,
    "author": About.PERSON,
    "uploader": About.PERSON,
}
NOT_PROVED = (
    Both(
        "that the page was so for everybody: the tool saw one answer, at one time, from one place",
        "أن الصفحة كانت كذلك للجميع: فقد رأت الأداة جوابًا واحدًا في وقت واحد ومن مكان واحد",
    ),
    words.TRUE_SCENE,
    words.WHO,
)


@dataclass(slots=True)
class _Listed:
    """One file that the description lists."""

    names: list[str] = field(default_factory=list)
    hash: str = ""


def captures(sandbox: Sandbox, files: GivenFiles, roots: Roots | None) -> Iterator[Capture]:
    """The output for each page: by its description; where there is none, by its list of hashes."""
    described = set[str]()
    for file in files:
        if file.leaf == _METADATA:
            records, _ = asked(sandbox, "structured", file, form="json")
            if _is_description(records):
                described.add(file.folder)
                yield _described(files, file, records, roots)
    for file in files:
        if file.leaf == _HASHES and file.folder not in described:
            stamps = _stamps(files, file)
            if stamps:
                checks = tuple(_stamp_check(file, one, roots) for one in stamps)
                names = (file.name, *(one.name for one in stamps))
                yield Capture(Tool.AUTO_ARCHIVER, names, (), (), checks, (), NOT_PROVED)


def _is_description(records: list[Record]) -> bool:
    tops = {at[0] for one in records if isinstance(at := one.get("at"), list) and at}
    return {"status", "metadata"} <= tops and tops <= {"status", "metadata", "media"}


def _described(
    files: GivenFiles, file: GivenFile, records: list[Record], roots: Roots | None
) -> Capture:
    claims = tuple(_claims(file, records))
    checks, here, missing = list[Check](), [file], list[str]()
    for listed in _media(records):
        found = next((f for name in listed.names if (f := files.named(name, beside=file))), None)
        if found is None:
            missing.append(listed.names[0])
            checks.append(words.not_there("archiver.file", listed.names[0]))
        elif found is not file:
            here.append(found)
            checks += [check for check in [_hash_check(file, found, listed.hash)] if check]
    for hashes in [one for one in here if one.leaf == _HASHES]:
        stamps = _stamps(files, hashes)
        here += stamps
        checks += [_stamp_check(hashes, one, roots) for one in stamps]
        checks.append(_coverage_check(hashes, here))
    if not any(one.code == "archiver.stamp" for one in checks):
        said = Both(
            "no time stamp came with it, whatever it says of itself",
            "لم يرد معها ختم وقت، مهما قالت عن نفسها",
        )
        checks.append(Check("archiver.stamp", Outcome.NOT_FOUND_OUT, said, file.name))
    names = tuple(dict.fromkeys(one.name for one in here))
    return Capture(
        Tool.AUTO_ARCHIVER, names, tuple(dict.fromkeys(missing)), claims, tuple(checks), (),
        NOT_PROVED,
    )  # fmt: skip


def _claims(file: GivenFile, records: list[Record]) -> Iterator[ToolClaim]:
    for record in records:
        at = record["at"]
        if isinstance(at, list) and at and at[0] in ("status", "metadata"):
            name = ".".join(map(str, at[1:])) or "status"
            about = _ABOUT.get(str(at[-1]), About.OTHER)
            yield ToolClaim.of(about, "auto-archiver", name, record["is"], file.name)


def _media(records: list[Record]) -> list[_Listed]:
    """Each file that is listed, and those listed inside it, with its names and its hash."""
    found = dict[tuple[object, ...], _Listed]()
    for record in records:
        at, value = record["at"], str(record["is"])
        if not isinstance(at, list) or not at or at[0] != "media":
            continue
        if at[-1] in ("filename", "_key", "key") or (len(at) > 2 and at[-2] == "urls"):
            owner = tuple(at[:-2] if at[-2] == "urls" else at[:-1])
            found.setdefault(owner, _Listed()).names.append(value)
        elif at[-2:] == ["properties", "hash"]:
            found.setdefault(tuple(at[:-2]), _Listed()).hash = value
    return [one for one in found.values() if one.names]


def _hash_check(file: GivenFile, found: GivenFile, says: str) -> Check | None:
    algorithm, colon, value = says.partition(":")
    if not colon:
        return None
    if algorithm not in _ALGORITHMS:
        said = Both(f"a hash by {algorithm[:40]}", f"بصمة {algorithm[:40]}")
        return words.not_looked_at("archiver.hash", found.name, said)
    is_sha256 = algorithm == "SHA-256"
    digest = found.digest.raw if is_sha256 else hashed(found.path, _ALGORITHMS[algorithm])
    return words.same_bytes(
        "archiver.hash", found.name, digest.hex() == value.lower(), Both.same(file.leaf)
    )


# --- time stamps ------------------------------------------------------------------------------


def _stamps(files: GivenFiles, hashes: GivenFile) -> list[GivenFile]:
    return [one for one in files if one.folder == hashes.folder and _STAMP.search(one.leaf)]


def _stamp_check(hashes: GivenFile, stamp: GivenFile, roots: Roots | None) -> Check:
    code = "archiver.stamp"
    if roots is None:
        said = Both(
            "not verified: no authority has been chosen here whose word is taken. The tool itself"
            " accepts stamps that anybody can make",
            "لم يُتحقق منه: لم تُختر هنا سلطة ختم يؤخذ بقولها. والأداة نفسها تقبل أختامًا يستطيع"
            " أي أحد صنعها",
        )
        return Check(code, Outcome.NOT_FOUND_OUT, said, stamp.name)
    with stamp.path.open("rb") as file:
        reply = file.read(_LARGEST_STAMP)
    found = verify(_as_reply(reply), hashes.digest, roots)
    if isinstance(found, Refused):
        outcome = Outcome.NOT_FOUND_OUT if found.is_unclear else Outcome.DOES_NOT_HOLD
        return Check(code, outcome, found.said, stamp.name)
    said = Both(
        f"its list of hashes was there by {found.time:%Y-%m-%d %H:%M:%S} UTC, says"
        f" {found.authority}",
        f"كانت قائمة بصماتها موجودة في {found.time:%Y-%m-%d %H:%M:%S} UTC بحسب {found.authority}",
    )
    return Check(code, Outcome.HOLDS, said, stamp.name)


def _as_reply(data: bytes) -> bytes:
    """A bare token, which the tool keeps, as the reply that it came in (RFC 3161, 2.4.2)."""
    granted = b"\x30\x03\x02\x01\x00"
    is_reply = data[:1] == b"\x30" and granted[:3] in data[2:10]
    if is_reply:
        return data
    body = granted + data
    size = len(body)
    count = size.to_bytes((size.bit_length() + 7) // 8, "big")
    length = bytes([size]) if size < 0x80 else bytes([0x80 | len(count)]) + count
    return b"\x30" + length + body


def _coverage_check(hashes: GivenFile, here: list[GivenFile]) -> Check:
    """Which of the files the stamped list of hashes covers; it names none of them."""
    with hashes.path.open("rb") as file:
        listed = set(file.read(_LARGEST_HASHES).decode("ascii", "replace").lower().split())
    others = [one for one in here if one is not hashes and not _STAMP.search(one.leaf)]
    covered = [one for one in others if _hashes_of(one, listed)]
    said = Both(
        f"what is stamped covers {len(covered)} of the {len(others)} other files that came",
        f"ما خُتم يشمل {len(covered)} من الملفات الأخرى الواردة وعددها {len(others)}",
    )
    outcome = Outcome.HOLDS if covered else Outcome.NOT_FOUND_OUT
    return Check("archiver.covered", outcome, said, hashes.name)


def _hashes_of(file: GivenFile, listed: set[str]) -> bool:
    if str(file.digest) in listed:
        return True
    is_long = any(len(one) == 128 for one in listed)
    return is_long and hashed(file.path, "sha3_512").hex() in listed
