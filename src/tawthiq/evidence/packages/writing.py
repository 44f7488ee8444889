"""A package is written in two steps, because it names itself in the ledger.

First everything that is known before the seal is written, and ``package.txt`` names all of it.
Whoever calls then seals an entry of the kind ``package.made`` with the digest of that text as its
payload. Then the proofs are added, and only now does the package bear its name.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tawthiq.errors import InputError, IntegrityError
from tawthiq.evidence.bare.entries import OPENINGS_TITLE
from tawthiq.evidence.bare.lists import (
    CHECKPOINT_FILE,
    MANIFESTS,
    SEALED_NAMES,
    SEALED_TEXT,
    TAG_MANIFESTS,
)
from tawthiq.evidence.bare.manifests import DECLARATION, PACKAGE_TITLE
from tawthiq.evidence.bare.sealing import PACKAGE_ENTRY, PACKAGE_MADE, PACKAGE_PROOF
from tawthiq.evidence.packages.contents import Content, Contents, Opening
from tawthiq.evidence.packages.crate import METADATA, crate_of
from tawthiq.evidence.packages.custody_table import custody_rows_of
from tawthiq.evidence.packages.load_file import (
    COLUMNS,
    Column,
    as_csv,
    as_dat,
    load_rows,
    rows_of,
)
from tawthiq.evidence.packages.numbering import file_of
from tawthiq.evidence.packages.premis import premis_of
from tawthiq.evidence.packages.readme import readme_of
from tawthiq.evidence.packages.verifier import verifier
from tawthiq.ledger.checkpoint import Checkpoint, Trust, accept
from tawthiq.ledger.entry import Entry
from tawthiq.ledger.lines import base64_of
from tawthiq.ledger.log import Log
from tawthiq.ledger.note import Note
from tawthiq.ledger.tlog_proof import prove
from tawthiq.ledger.witness_request import ask
from tawthiq.values.digest import Digest

KIND = PACKAGE_MADE
"""The kind of the entry that seals a package; its payload is ``Draft.payload``."""

_CHUNK = 1 << 20
_Digests = dict[str, tuple[str, str]]  # SHA-256 and SHA-512 in hex, by path


@dataclass(frozen=True, slots=True)
class Draft:
    """A package that is written and not yet sealed.

    Attributes:
        place: Where the package will be; until then it lies beside it, as ``….part``.
        text: What is sealed of it: ``package.txt``.
    """

    place: Path
    contents: Contents
    text: bytes

    @property
    def part(self) -> Path:
        return _part(self.place)

    @property
    def payload(self) -> Digest:
        """The payload of the entry that seals the package."""
        return Digest.of(self.text)


@dataclass(frozen=True, slots=True)
class StampedCheckpoint:
    """A checkpoint of the ledger, and replies of time stamping authorities as they came.

    What they stamped is the text of the note, without its signatures.
    """

    note: Note
    replies: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """A package as it may be given away.

    Attributes:
        files: How many files it has; `size`: how many bytes.
    """

    place: Path
    files: int
    size: int


def begin(place: Path, contents: Contents, log: Log, columns: Sequence[Column] = COLUMNS) -> Draft:
    """Write everything that is known before the seal.

    Args:
        place: The folder of the package; it must not be there yet.

    Raises:
        InputError: Something is there already.
        IntegrityError: The bytes of a piece are not what they must be, its custody is not whole,
            or an opening does not open what the ledger promised. Nothing is left lying about.
        OSError: It cannot be written.
    """
    part = _part(place)
    if place.exists() or part.exists():
        raise InputError(
            f"{place} or its unfinished part is there already; name another place, or remove it",
            f"{place} أو الجزء غير المكتمل منه موجود مسبقًا؛ سمِّ مكانًا آخر أو احذفه",
        )
    (part / "data/evidence").mkdir(parents=True)
    try:
        text = _write_first(part, contents, log, columns)
    except BaseException:
        shutil.rmtree(part)
        raise
    return Draft(place, contents, text)


def finish(
    draft: Draft,
    log: Log,
    index: int,
    note: Note,
    stamped: Sequence[StampedCheckpoint] = (),
) -> Package:
    """Add the proofs and let the package bear its name.

    Args:
        index: The entry that seals the draft.
        note: A checkpoint of the log that holds that entry, signed by the key of the contents.
        stamped: Checkpoints of this log with time stamps, this one or older ones.

    Raises:
        IntegrityError: The entry does not seal this draft, or a checkpoint is not of this log.
    """
    _check_seal(draft, log, index, note)
    part = draft.part
    written = {
        SEALED_TEXT: draft.text,
        CHECKPOINT_FILE: note.to_bytes(),
        PACKAGE_ENTRY: log.entry(index),
        PACKAGE_PROOF: prove(log, index, note).to_bytes(),
    }
    for entry in draft.contents.entries:
        proof = prove(log, entry.index, note)
        written[f"proofs/{entry.index}.tlog-proof"] = proof.to_bytes()
    written |= _stamps(log, note, stamped)
    for path, data in written.items():
        _write(part, path, data)
    _write_tag_manifests(part)
    part.rename(draft.place)
    sizes = [path.stat().st_size for path in draft.place.rglob("*") if path.is_file()]
    return Package(draft.place, len(sizes), sum(sizes))


# --- before the seal ------------------------------------------------------------------------


def _write_first(part: Path, contents: Contents, log: Log, columns: Sequence[Column]) -> bytes:
    digests = _write_pieces(part, contents)
    tables = _tables(contents, log, columns)
    digests |= {f"data/{path}": _write(part, f"data/{path}", data) for path, data in tables.items()}
    listed = {path: (len(data), _sha256(data)) for path, data in tables.items()}
    crate = crate_of(contents, listed)
    digests[f"data/{METADATA}"] = _write(part, f"data/{METADATA}", crate)
    beside = {
        "bagit.txt": DECLARATION,
        "bag-info.txt": _bag_info(part, contents, len(digests)),
        "README.txt": readme_of(contents),
        "verify.py": verifier(),
        **_manifests(MANIFESTS, digests),
    }
    assert set(beside) == SEALED_NAMES
    origin = contents.key.name
    lines = [f"file {path} {_write(part, path, data)[0]}" for path, data in sorted(beside.items())]
    return "".join(f"{line}\n" for line in [PACKAGE_TITLE, f"ledger {origin}", *lines]).encode()


def _write_pieces(part: Path, contents: Contents) -> _Digests:
    digests: _Digests = {}
    for row in rows_of(contents):
        if isinstance(row.content, Content):
            path = f"data/{file_of(row.prefix, row.item, row.derivative)}"
            digests[path] = _copied(row.content, part / path, row.number)
    return digests


def _copied(content: Content, to: Path, number: str) -> tuple[str, str]:
    """Copy bytes and digest them on the way: what lies in the package is what was read."""
    first, second, size = hashlib.sha256(), hashlib.sha512(), 0
    with content.open() as source, to.open("xb") as target:
        while chunk := source.read(_CHUNK):
            first.update(chunk)
            second.update(chunk)
            size += len(chunk)
            target.write(chunk)
    if (first.digest(), size) != (content.digest.raw, content.size):
        raise IntegrityError(
            f"the bytes of {number} are not what they were when they came in: a copy was damaged or"
            " changed; verify the store, and take the bytes from another copy",
            f"بايتات {number} ليست ما كانت عليه عند ورودها: تلفت نسخة أو عُدّلت؛ افحص المخزن وخذ"
            " البايتات من نسخة أخرى",
        )
    return first.hexdigest(), second.hexdigest()


def _tables(contents: Contents, log: Log, columns: Sequence[Column]) -> dict[str, bytes]:
    rows = load_rows(contents, columns)
    return {
        "load-file.csv": as_csv(rows),
        "load-file.dat": as_dat(rows),
        "custody.csv": as_csv(custody_rows_of(contents)),
        "premis.xml": premis_of(contents),
        **_entries(contents, log),
    }


def _entries(contents: Contents, log: Log) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for sealed in contents.entries:
        data = log.entry(sealed.index)
        files[f"ledger/{sealed.index}.entry"] = data
        if sealed.openings:
            entry = Entry.parse(data)
            _refuse_false_openings(sealed.index, entry, sealed.openings)
            files[f"ledger/{sealed.index}.openings"] = _openings(sealed.openings)
    return files


def _refuse_false_openings(index: int, entry: Entry, openings: Sequence[Opening]) -> None:
    promised = {**dict(entry.sealed), "actor": entry.actor}
    for one in openings:
        commitment = promised.get(one.label)
        if commitment is None or not commitment.is_to(one.content, one.salt):
            raise IntegrityError(
                f"entry {index} did not promise what would be shown under {one.label}: a record was"
                " changed after it was sealed; verify the store",
                f"لم يتعهد القيد {index} بما سيُعرض تحت {one.label}: عُدّل سجل بعد ختمه؛ افحص المخزن",
            )


def _openings(openings: Sequence[Opening]) -> bytes:
    lines = [
        f"{one.label} {base64_of(one.salt)} {base64_of(one.content)}"
        for one in sorted(openings, key=lambda one: one.label)
    ]
    return "".join(f"{line}\n" for line in [OPENINGS_TITLE, *lines]).encode()


def _bag_info(part: Path, contents: Contents, count: int) -> bytes:
    size = sum(path.stat().st_size for path in (part / "data").rglob("*") if path.is_file())
    lines = [
        f"Source-Organization: {_one_line(contents.maker)}",
        f"External-Description: {_one_line(contents.title.ar)} / {_one_line(contents.title.en)}",
        f"Bagging-Date: {contents.made:%Y-%m-%d}",
        f"Payload-Oxum: {size}.{count}",
        f"Ledger-Key: {contents.key}",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _one_line(text: str) -> str:
    return " ".join(text.split())


# --- after the seal -------------------------------------------------------------------------


def _check_seal(draft: Draft, log: Log, index: int, note: Note) -> None:
    entry, head = Entry.parse(log.entry(index)), Checkpoint.parse(note.text).head
    if (entry.kind, entry.payload) != (KIND, draft.payload) or index >= head.size:
        raise ValueError(f"entry {index} does not seal this package under this checkpoint")
    accept(note, Trust.in_(draft.contents.key))
    log.check_grew_from(head)


def _stamps(log: Log, note: Note, stamped: Sequence[StampedCheckpoint]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    size = Checkpoint.parse(note.text).head.size
    for one in stamped:
        head = Checkpoint.parse(one.note.text).head
        log.check_grew_from(head)
        if head.size > size or any(path.startswith(f"timestamps/{head.size}.") for path in files):
            raise ValueError("stamps are of this checkpoint or older ones, each size once")
        for at, reply in enumerate(one.replies, 1):
            files[f"timestamps/{head.size}.{at}.tsr"] = reply
        if head.size < size:
            files[f"timestamps/{head.size}.checkpoint"] = one.note.to_bytes()
            files[f"timestamps/{head.size}.growth"] = ask(log, head.size, note).to_bytes()
        elif one.note.text != note.text:
            raise ValueError("two checkpoints of one size have two texts")
    return files


def _write_tag_manifests(part: Path) -> None:
    beside = [
        path.relative_to(part).as_posix()
        for path in part.rglob("*")
        if path.is_file() and path.relative_to(part).parts[0] != "data"
    ]
    digests = {path: _digests((part / path).read_bytes()) for path in beside}
    for path, data in _manifests(TAG_MANIFESTS, digests).items():
        _write(part, path, data)


def _manifests(names: Mapping[str, str], digests: _Digests) -> dict[str, bytes]:
    return {
        name: "".join(f"{digests[path][at]}  {path}\n" for path in sorted(digests)).encode()
        for at, name in enumerate(names.values())
    }


def _write(part: Path, path: str, data: bytes) -> tuple[str, str]:
    (part / path).parent.mkdir(parents=True, exist_ok=True)
    with (part / path).open("xb") as file:
        file.write(data)
    return _digests(data)


def _digests(data: bytes) -> tuple[str, str]:
    return _sha256(data), hashlib.sha512(data).hexdigest()


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _part(place: Path) -> Path:
    return place.with_name(f"{place.name}.part")
