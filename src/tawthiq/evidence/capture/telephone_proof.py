"""What ProofMode and Tella write beside a photo or film: its hash, and what the telephone sensed.

ProofMode names its files after the SHA-256 of the film: ``HASH.proof.json``, ``HASH.proof.csv``,
signatures in ``.asc``. Tella puts a table of two lines, ``NAME.csv``, beside ``NAME.jpg``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from tawthiq.evidence.capture import words
from tawthiq.evidence.capture.files import GivenFile, GivenFiles, asked
from tawthiq.evidence.capture.finding import Capture, Check, Outcome, Tool, ToolClaim
from tawthiq.evidence.media.claims import About
from tawthiq.evidence.sandbox.frames import Json
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.values.both import Both
from tawthiq.values.digest import Digest

_PROOF = re.compile(r"(?P<hash>.+)\.proof\.(?P<form>json|csv)$")
_HASH = "File Hash SHA256"
_TELLA_FIRST = ["File hash", "File path", "File name"]
_ABOUT = (
    (re.compile(r"location[. ](latitude|longitude|altitude)|^cells?|wifi|cellinfo", re.I),
     About.PLACE),
    (re.compile(r"time|modified|created|generated", re.I), About.TAKEN_AT),
    (re.compile(r"manufacturer|hardware|device|screen", re.I), About.DEVICE),
)  # fmt: skip
NOT_PROVED = (words.CLOCK_AND_PLACE, words.TRUE_SCENE, words.WHO)


def proofmode_captures(sandbox: Sandbox, files: GivenFiles) -> Iterator[Capture]:
    """Each photo or film that ProofMode vouched for, with the files that vouch."""
    proofs = dict[tuple[str, str], list[GivenFile]]()
    for file in files:
        if found := _PROOF.match(file.leaf):
            proofs.setdefault((file.folder, found["hash"]), []).append(file)
    for (folder, name), written in proofs.items():
        yield _proof(sandbox, files, folder, name, written)


def _proof(
    sandbox: Sandbox, files: GivenFiles, folder: str, name: str, written: list[GivenFile]
) -> Capture:
    claims, checks, hashes = list[ToolClaim](), list[Check](), dict[str, str]()
    for file in written:
        fields, check = _fields(sandbox, file)
        checks += [check] if check else []
        hashes[file.name] = fields.get(_HASH, "")
        claims += _claims("ProofMode", fields, file.name)
    media = _media(files, [name, *hashes.values()])
    for file in written:
        checks.append(_hash_check(file.name, hashes[file.name], media))
    if len(written) == 2:
        checks.append(_agreement(written[0].name, list(hashes.values())))
    others = list(_others(files, folder, name, media))
    checks += [check for file in others if (check := _unchecked(file))]
    here = [*written, *([media] if media else []), *others]
    missing = () if media else (f"{name} (?)",)
    names = tuple(dict.fromkeys(one.name for one in here))
    return Capture(Tool.PROOFMODE, names, missing, tuple(claims), tuple(checks), (), NOT_PROVED)


def _fields(sandbox: Sandbox, file: GivenFile) -> tuple[dict[str, str], Check | None]:
    form = "csv" if file.suffix == ".csv" else "json"
    records, refused = asked(sandbox, "structured", file, form=form)
    check = words.unread("proof.read", refused, file.name) if refused else None
    if form == "json":
        paths = [(one.get("at"), str(one.get("is"))) for one in records]
        return {str(at[-1]): value for at, value in paths if isinstance(at, list) and at}, check
    rows = [row for one in records if isinstance(row := one.get("row"), list)]
    return _by_column(rows), check


def _by_column(rows: list[list[Json]]) -> dict[str, str]:
    """A table of a line of names and a line of values, or of a name and a value in each line."""
    if rows and len(rows[0]) > 2 and len(rows) >= 2:
        return {
            str(name): str(value) for name, value in zip(rows[0], rows[1], strict=False) if name
        }
    return {str(row[0]): str(row[1]) for row in rows if len(row) >= 2 and row[0]}


def _claims(tool: str, fields: Mapping[str, str], file: str) -> Iterator[ToolClaim]:
    for name, value in fields.items():
        if value:
            about = next((kind for form, kind in _ABOUT if form.search(name)), About.OTHER)
            yield ToolClaim.of(about, tool, name, value, file)


def _media(files: GivenFiles, hashes: list[str]) -> GivenFile | None:
    for text in hashes:
        if (digest := _digest(text)) and (found := files.of(digest)):
            return found
    return None


def _digest(text: str) -> Digest | None:
    try:
        return Digest.parse(text.strip())
    except ValueError:
        return None


def _hash_check(file: str, says: str, media: GivenFile | None) -> Check:
    where = Both.same(file)
    if _digest(says) is None:
        said = Both("it names no SHA-256 of a file", "لا يذكر بصمة SHA-256 لملف")
        return Check("proof.hash", Outcome.NOT_FOUND_OUT, said, file)
    if media is None:
        return words.not_there("proof.hash", file)
    return words.same_bytes("proof.hash", media.name, _digest(says) == media.digest, where)


def _agreement(file: str, hashes: list[str]) -> Check:
    agree = len({one.lower() for one in hashes}) == 1
    said = (
        Both("both forms of the proof name the same file", "صيغتا الإثبات تسميان الملف نفسه")
        if agree
        else Both("the two forms of the proof name different files",
                  "صيغتا الإثبات تسميان ملفين مختلفين")
    )  # fmt: skip
    return Check("proof.agree", Outcome.HOLDS if agree else Outcome.DOES_NOT_HOLD, said, file)


def _others(
    files: GivenFiles, folder: str, name: str, media: GivenFile | None
) -> Iterator[GivenFile]:
    """Signatures, stamps and keys of the same bundle."""
    beginnings = (f"{name}.", *((f"{media.leaf}.",) if media else ()))
    for file in files:
        in_bundle = file.folder == folder and not _PROOF.match(file.leaf)
        if in_bundle and (file.leaf.startswith(beginnings) or file.leaf in _BUNDLE):
            yield file


_BUNDLE = {"pubkey.asc", "HowToVerifyProofData.txt"}
_UNCHECKED = {
    ".asc": Both("a PGP signature", "توقيع PGP"),
    ".ots": Both("an OpenTimestamps proof", "إثبات OpenTimestamps"),
    ".gst": Both("an attestation by Google of the device", "شهادة من غوغل بشأن الجهاز"),
    ".devicecheck": Both("an attestation by Apple of the device", "شهادة من آبل بشأن الجهاز"),
}


def _unchecked(file: GivenFile) -> Check | None:
    what = _UNCHECKED.get(file.suffix)
    if what is None or file.leaf in _BUNDLE:
        return None
    return words.not_looked_at(f"proof{file.suffix}", file.name, what)


# --- Tella ------------------------------------------------------------------------------------


def tella_captures(sandbox: Sandbox, files: GivenFiles) -> Iterator[Capture]:
    """Each file of Tella that came with its table."""
    for file in files:
        if file.suffix == ".csv" and not _PROOF.match(file.leaf) and _is_tella(file):
            records, _ = asked(sandbox, "structured", file, form="csv")
            rows = [row for one in records if isinstance(row := one.get("row"), list)]
            if rows and rows[0][:3] == _TELLA_FIRST:
                yield _tella(files, file, _by_column(rows))


def _is_tella(file: GivenFile) -> bool:
    """Whether it begins as such a table does; so no large table is read for it."""
    with file.path.open("rb") as opened:
        return opened.read(9) == b"File hash"


def _tella(files: GivenFiles, table: GivenFile, fields: Mapping[str, str]) -> Capture:
    says, name = fields.get("File hash", ""), fields.get("File name", "")
    media = _media(files, [says]) or files.named(name, beside=table)
    if media is table:
        media = None
    check = (
        _hash_check(table.name, says, media) if media else words.not_there("tella.hash", table.name)
    )
    return Capture(
        Tool.TELLA,
        (table.name, *((media.name,) if media else ())),
        () if media else (name or "?",),
        tuple(_claims("Tella", fields, table.name)),
        (check,),
        (),
        NOT_PROVED,
    )
