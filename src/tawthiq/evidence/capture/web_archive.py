"""Kept pages of the web: what a WARC or WACZ holds, and whether it is as it was written."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from tawthiq.evidence.capture import words
from tawthiq.evidence.capture.files import GivenFile, GivenFiles, asked
from tawthiq.evidence.capture.finding import Capture, Check, Outcome, Tool, ToolClaim
from tawthiq.evidence.capture.package_signature import signature_checks
from tawthiq.evidence.media.claims import About
from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import NotRead, Why
from tawthiq.evidence.sandbox.sandbox import Sandbox
from tawthiq.evidence.timestamps.verification import Roots
from tawthiq.values.both import Both

_WARC = re.compile(r"\.w?arc(\.gz)?$", re.I)
_MOST_PAGES = 500  # that are told one by one
_LISTS = {"datapackage.json", "datapackage-digest.json"}
NOT_PROVED = (
    Both(
        "that the site sent these pages: whoever makes a web archive can write anything into it",
        "أن الموقع أرسل هذه الصفحات: فمن يصنع أرشيف صفحات يستطيع أن يكتب فيه ما يشاء",
    ),
    words.TRUE_SCENE,
    words.WHO,
)


def captures(sandbox: Sandbox, files: GivenFiles, roots: Roots | None) -> Iterator[Capture]:
    """Each web archive among the files."""
    for file in files:
        if _WARC.search(file.leaf):
            records, refused = asked(sandbox, "warc", file)
            if records:
                yield _capture(Tool.WARC, file, records, refused, ())
        elif file.suffix == ".wacz":
            records, refused = asked(sandbox, "wacz", file)
            if refused is None or refused.why is not Why.NOT_OF_THIS_KIND:
                checks = (*_package_checks(file, records), *signature_checks(file, records, roots))
                yield _capture(Tool.WACZ, file, records, refused, checks)


def _capture(
    tool: Tool,
    file: GivenFile,
    records: list[Record],
    refused: NotRead | None,
    more: tuple[Check, ...],
) -> Capture:
    checks = [*more, *_digest_checks(file, records)]
    if refused:
        checks.append(words.unread("archive.whole", refused, file.name))
    claims = tuple(_claims(tool, file, records))
    return Capture(tool, (file.name,), (), claims, tuple(checks), (), NOT_PROVED)


def _claims(tool: Tool, file: GivenFile, records: list[Record]) -> Iterator[ToolClaim]:
    """By what it was made, and each page that it says it kept, with address, time and answer."""
    pages = 0
    for record in records:
        for key in ("package", "says"):
            yield from _made_by(tool, file, record.get(key))
        if _is_page(record) and pages < _MOST_PAGES:
            pages += 1
            said = f"{record.get('uri')} {record.get('date')} {record.get('status')}"
            yield ToolClaim.of(About.OTHER, f"{tool} page", "page", said, file.name)
            yield ToolClaim.of(About.TAKEN_AT, f"{tool} record", "date", record["date"], file.name)


def _is_page(record: Record) -> bool:
    kept = record.get("record") in ("response", "resource")
    return kept and "html" in str(record.get("type")) and bool(record.get("date"))


def _made_by(tool: Tool, file: GivenFile, said: Json) -> Iterator[ToolClaim]:
    for name, value in said.items() if isinstance(said, Mapping) else ():
        about = {"software": About.PROGRAM, "created": About.TAKEN_AT}.get(name, About.OTHER)
        yield ToolClaim.of(about, f"{tool} description", name, value, file.name)


def _digest_checks(file: GivenFile, records: list[Record]) -> Iterator[Check]:
    """One check over all records; each record that fails is named."""
    kept = [one for one in records if one.get("record") and one["record"] != "warcinfo"]
    found = Counter(str(one.get("digest")) for one in kept)
    for one in kept:
        if one.get("digest") in ("fails", "cut"):
            yield Check("record.digest", Outcome.DOES_NOT_HOLD, _bad(one), file.name)
    if found["holds"] and not found["fails"] and not found["cut"]:
        said = Both(
            f"records that are as their digests say: {found['holds']}; that name none to compare"
            f" with: {found['none']}",
            f"سجلات تطابق بصماتها: {found['holds']}؛ وسجلات لا تذكر بصمة للمقارنة: {found['none']}",
        )
        yield Check("records.digests", Outcome.HOLDS, said, file.name)
    elif not found["holds"] and kept:
        said = Both(
            "no record names a digest to compare with", "لا يذكر أي سجل بصمة يمكن المقارنة بها"
        )
        yield Check("records.digests", Outcome.NOT_FOUND_OUT, said, file.name)
    for one in records:
        if one.get("broken"):
            said = Both(
                f"{one['in']}: the archive inside cannot be read to its end",
                f"{one['in']}: تتعذر قراءة الأرشيف الداخلي إلى آخره",
            )
            yield Check("archive.whole", Outcome.NOT_FOUND_OUT, said, file.name)


def _bad(record: Record) -> Both:
    what = str(record.get("uri") or record.get("id"))[:300]
    if record.get("digest") == "cut":
        return Both(f"{what}: the archive ends before it", f"{what}: ينتهي الأرشيف قبل نهايته")
    return Both(
        f"{what}: its content is not what its digest says", f"{what}: محتواه لا يطابق بصمته"
    )


# --- what is packed around it -----------------------------------------------------------------


def _package_checks(file: GivenFile, records: list[Record]) -> Iterator[Check]:
    """Each member against the list, and the list against what was written of it."""
    members = {str(one["member"]): str(one.get("sha256")) for one in records if "member" in one}
    listed = {str(one["resource"]): str(one["hash"]) for one in records if "resource" in one}
    wrong = [name for name, says in listed.items() if _differs(members.get(name), says)]
    for name in wrong:
        said = Both(
            f"{name}: not what the list of the package says, or not there",
            f"{name}: لا يطابق قائمة الحزمة أو غير موجود",
        )
        yield Check("package.member", Outcome.DOES_NOT_HOLD, said, file.name)
    unhashed = [name for name, says in listed.items() if ":" not in says]
    for name in sorted(set(members) - set(listed) - _LISTS):
        said = Both(
            f"{name}: in the package and not in its list", f"{name}: في الحزمة وليس في قائمتها"
        )
        yield Check("package.member", Outcome.DOES_NOT_HOLD, said, file.name)
    if listed and not wrong:
        outcome = Outcome.NOT_FOUND_OUT if unhashed else Outcome.HOLDS
        said = Both(
            f"{len(listed) - len(unhashed)} of {len(listed)} files of the list are as it says;"
            f" for {len(unhashed)} it gives no hash",
            f"{len(listed) - len(unhashed)} من {len(listed)} من ملفات القائمة تطابقها؛"
            f" و{len(unhashed)} بلا بصمة فيها",
        )
        yield Check("package.list", outcome, said, file.name)


def _differs(found: str | None, says: str) -> bool:
    """Whether a member is known not to be what the list says."""
    algorithm, colon, value = says.partition(":")
    if found is None:
        return True
    return bool(colon) and algorithm == "sha256" and value.lower() != found
