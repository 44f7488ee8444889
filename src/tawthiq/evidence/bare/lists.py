"""Are the files those that the maker sealed: none added, none missing, none changed?

BagIt itself asks less: it lets anybody add a file beside the payload, list files that lie
elsewhere, or write all lists anew. Here every file is either payload, or sealed, or shows by
itself that it belongs to the ledger; anything else does not belong.
"""

from __future__ import annotations

import re
from functools import partial
from typing import Iterable

from tawthiq.evidence.bare.folders import Files
from tawthiq.evidence.bare.manifests import (
    DECLARATION,
    Sealed,
    read_manifest,
    read_sealed_text,
)
from tawthiq.evidence.bare.report import Report
from tawthiq.evidence.bare.said import DoesNotHold, shown

SEALED_TEXT, CHECKPOINT_FILE = "package.txt", "checkpoint"
MANIFESTS = {name: f"manifest-{name}.txt" for name in ("sha256", "sha512")}
TAG_MANIFESTS = {name: f"tagmanifest-{name}.txt" for name in ("sha256", "sha512")}
SEALED_NAMES = {"README.txt", "bag-info.txt", "bagit.txt", "verify.py", *MANIFESTS.values()}
# What shows by itself that it belongs to the ledger; it is made after the seal.
PROVES_ITSELF = re.compile(
    r"proofs/(?:package\.entry|package\.tlog-proof|(?:0|[1-9][0-9]*)\.tlog-proof)"
    r"|timestamps/(?:0|[1-9][0-9]*)\.(?:checkpoint|growth|[1-9][0-9]*\.tsr)"
)
# What a system puts into every folder that somebody opens.
OF_THE_SYSTEM = {".DS_Store", "Thumbs.db", "desktop.ini", ".directory"}


def check_lists(files: Files, report: Report) -> tuple[Sealed, dict[str, str]] | None:
    """What is sealed of the package, and the SHA-256 of its payload as it lies there.

    None if what is sealed, or what belongs to the payload, is not known.
    """
    report.named("odd", [shown(odd.path) for odd in files.odd], *NOT_PLAIN)
    sealed = report.tried(SEALED_TEXT, lambda: read_sealed_text(files.read(SEALED_TEXT)))
    if sealed is None:
        return None
    before = len(report.findings)
    check_sealed_files(files, sealed, report)
    listed = report.tried(MANIFESTS["sha256"], lambda: payload_of(files))
    found: dict[str, str] = {}
    if listed is not None:
        found = check_payload(files, listed, report)
        check_belonging(files, set(listed), report)
        report.tried("bag-info.txt", lambda: check_oxum(files, listed))
    report.tried(TAG_MANIFESTS["sha256"], lambda: check_tag_manifests(files, report))
    if listed is None:
        return None
    if len(report.findings) == before and not files.odd:
        say_whole(files, listed, report)
    return sealed, found


def say_whole(files: Files, listed: dict[str, tuple[str, str]], report: Report) -> None:
    size = sum(files.sizes[path] for path in listed)
    report.holds(
        "files",
        f"files of the payload: {len(listed)} ({size} bytes); they and the lists beside them are"
        " those that were sealed: none added, none missing, none changed",
        f"عدد ملفات المحتوى: {len(listed)} ({size} بايت)؛ وهي والقوائم المرافقة لها هي التي خُتمت:"
        " لم يُضف شيء ولم يُفقد شيء ولم يُعدَّل شيء",
    )


def check_sealed_files(files: Files, sealed: Sealed, report: Report) -> None:
    """The lists, the verifier and the words beside the payload are those that were sealed."""
    if set(sealed.files) != SEALED_NAMES:
        report.broken(
            "sealed-names",
            f"{SEALED_TEXT} does not list what every package has",
            f"لا يذكر {SEALED_TEXT} ما يوجد في كل حزمة",
        )
    for path, digest in sorted(sealed.files.items()):
        if path not in files.sizes:
            report.named("missing", [path], *MISSING)
            continue
        found = report.tried(path, partial(files.digests, path))
        if found is not None and found[0] != digest:
            report.named("changed", [path], *CHANGED_SINCE_SEAL)
    report.tried("bagit.txt", lambda: check_declaration(files))


def check_declaration(files: Files) -> None:
    if files.read("bagit.txt") != DECLARATION:
        raise DoesNotHold("declaration", "it declares something else", "يصرّح بشيء آخر")


def payload_of(files: Files) -> dict[str, tuple[str, str]]:
    """Both digests of every file of the payload, as listed."""
    first, second = (read_manifest(files.read(MANIFESTS[name]), name) for name in MANIFESTS)
    if set(first) != set(second) or not all(path.startswith("data/") for path in first):
        raise DoesNotHold(
            "lists-differ",
            "the two manifests do not list the same files below data/",
            "لا يذكر البيانان الملفات نفسها تحت data/",
        )
    return {path: (first[path], second[path]) for path in first}


def check_payload(
    files: Files, listed: dict[str, tuple[str, str]], report: Report
) -> dict[str, str]:
    """The SHA-256 of every listed file that is there, whether or not it is the listed one."""
    report.named("missing", [path for path in listed if path not in files.sizes], *MISSING)
    found: dict[str, str] = {}
    changed = []
    for path in sorted(set(listed) & set(files.sizes)):
        digests = report.tried(path, partial(files.digests, path))
        if digests is not None:
            found[path] = digests[0]
            changed += [path] if digests != listed[path] else []
    report.named("changed", changed, *CHANGED)
    return found


def check_belonging(files: Files, listed: set[str], report: Report) -> None:
    """No file and no folder is there that does not belong."""
    strange = [p for p in sorted(files.sizes) if p not in listed and not belongs_beside(p)]
    fetched = [path for path in strange if path == "fetch.txt"]
    system = [path for path in strange if path.rpartition("/")[2] in OF_THE_SYSTEM]
    rest = [shown(path) for path in strange if path not in fetched and path not in system]
    report.named("fetch", fetched, *FETCHED)
    report.named("unlisted", rest, *UNLISTED)
    report.named("unlisted", [shown(path) for path in system], *ADDED_BY_SYSTEM)
    empty = sorted(files.folders - folders_of(files.sizes))
    report.named("unlisted", [shown(path) for path in empty], *EMPTY)


def belongs_beside(path: str) -> bool:
    """Whether a package has a file of this name beside its payload."""
    others = {SEALED_TEXT, CHECKPOINT_FILE, *SEALED_NAMES, *TAG_MANIFESTS.values()}
    return path in others or bool(PROVES_ITSELF.fullmatch(path))


def folders_of(paths: Iterable[str]) -> set[str]:
    """Every folder on the way to one of these files."""
    parts = [path.split("/") for path in paths]
    return {"/".join(way[:depth]) for way in parts for depth in range(1, len(way))}


def check_tag_manifests(files: Files, report: Report) -> None:
    """Both tag manifests are there and list every file beside the payload."""
    beside = {path for path in files.sizes if belongs_beside(path)} - set(TAG_MANIFESTS.values())
    missing: set[str] = set()
    strange: set[str] = set()
    changed: set[str] = set()
    for at, (name, path) in enumerate(TAG_MANIFESTS.items()):
        listed = read_manifest(files.read(path), name)
        missing |= {one for one in listed if one not in files.sizes}
        strange |= beside - set(listed)
        here = sorted(set(listed) & set(files.sizes))
        changed |= {one for one in here if files.digests(one)[at] != listed[one]}
    report.named("missing", sorted(missing), *MISSING)
    report.named("not-in-tagmanifest", sorted(strange), *NOT_IN_TAGS)
    report.named("changed", sorted(changed), *CHANGED)


def check_oxum(files: Files, listed: dict[str, tuple[str, str]]) -> None:
    size = sum(files.sizes.get(path, 0) for path in listed)
    line = f"Payload-Oxum: {size}.{len(listed)}\n".encode()
    if line not in files.read("bag-info.txt"):
        raise DoesNotHold(
            "oxum",
            "it gives another number of files or bytes than there are",
            "يذكر عددًا من الملفات أو البايتات غير الموجود",
        )


def tag_value(text: bytes, label: str) -> str:
    """One value of `bag-info.txt`; empty where it is not there."""
    for line in text.decode("utf-8", "replace").split("\n"):
        if line.startswith(f"{label}: "):
            return line[len(label) + 2 :]
    return ""


def is_package(files: Files) -> bool:
    """Whether this is a folder that anybody could have meant."""
    return bool({SEALED_TEXT, "bagit.txt", CHECKPOINT_FILE} & set(files.sizes))


NOT_PLAIN = (
    "a link or something else that is no plain file; nothing of a package is that",
    "رابط أو شيء آخر ليس ملفًا عاديًا؛ لا يكون شيء من ذلك في حزمة",
)
MISSING = ("it is listed and missing", "مذكور في القوائم ومفقود")
CHANGED = ("its bytes are not those that are listed", "بايتاته ليست المذكورة في القوائم")
CHANGED_SINCE_SEAL = (
    "it was changed after the package was sealed",
    "عُدّل بعد ختم الحزمة",
)
UNLISTED = ("nobody sealed this file: it was added", "لم يُختم هذا الملف: أُضيف لاحقًا")
ADDED_BY_SYSTEM = (
    "nobody sealed this file; systems leave such files in folders that are opened: remove it and"
    " run this again",
    "لم يُختم هذا الملف؛ تترك الأنظمة ملفات كهذه في المجلدات التي تُفتح: احذفه وأعد التشغيل",
)
FETCHED = (
    "it names files that lie elsewhere; a package is whole or it is none",
    "يشير إلى ملفات موجودة في مكان آخر؛ الحزمة كاملة أو لا تكون حزمة",
)
EMPTY = ("a folder in which nothing is that was sealed", "مجلد ليس فيه شيء مختوم")
NOT_IN_TAGS = (
    "the list of files beside the payload does not name it",
    "لا تذكره قائمة الملفات المرافقة للمحتوى",
)
