"""The verifier of packages as a command.

    python3 verify.py [FOLDER] --key archive.example/log+4b3ab765+Aar7...

It ends with 0 if everything that was asked holds, with 1 if something does not, with 3 if
something could not be found out, and with 2 if it was called wrongly.
"""

from __future__ import annotations

import argparse
import base64
import os
import re
import sys
import traceback
from pathlib import Path
from types import TracebackType
from typing import Sequence

from tawthiq.evidence.bare.certificates import Certificate, read_certificate
from tawthiq.evidence.bare.looking import look_at
from tawthiq.evidence.bare.notes import SIGNS_NOTES, SIGNS_WITH_TIME, Key, read_key
from tawthiq.evidence.bare.report import EXIT_CODES, UNCLEAR, Report
from tawthiq.evidence.bare.said import CannotTell, shown
from tawthiq.evidence.bare.signatures import Wanted
from tawthiq.evidence.bare.telling import MARKS, as_json, told

PEM = re.compile(b"-----BEGIN CERTIFICATE-----(.+?)-----END CERTIFICATE-----", re.DOTALL)


def arguments(given: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="verify.py",
        description="Check a package of evidence, offline. يفحص حزمة أدلة من دون شبكة.",
        epilog="Ends with: 0 it holds, 1 it does not, 2 called wrongly, 3 could not be found out."
        " رموز الخروج: 0 ثابت، 1 لا يثبت، 2 استدعاء خاطئ، 3 تعذّر التحقق.",
    )
    here = str(Path(__file__).resolve().parent)
    add = parser.add_argument
    add("folder", nargs="?", default=here, help="the package; else where this file lies · الحزمة")
    add("--key", action="append", default=[], help="the ledger's key, from elsewhere · مفتاح السجل")
    add("--witness", action="append", default=[], help="a key of a log witness · مفتاح شاهد السجل")
    add("--quorum", type=int, default=None, help="how many witnesses must have signed (all)")
    add("--tsa-root", action="append", default=[], help="a file: root certificates (PEM)")
    add("--without-timestamps", action="store_true", help="do not ask about time stamps")
    add("--held", action="append", default=[], help="a file: a checkpoint that you kept")
    add("--growth", action="append", default=[], help="a file: a proof that came with it")
    add("--language", choices=["both", "ar", "en"], default="both")
    add("--json", action="store_true", help="for programs, instead of sentences")
    return parser.parse_args(given)


def wanted_from(its: argparse.Namespace) -> Wanted:
    """What was asked for.

    Raises:
        CannotTell: A key, certificate or file cannot be read.
    """
    keys, witnesses = (
        [key_of(line, kind) for line in lines]
        for lines, kind in ((its.key, SIGNS_NOTES), (its.witness, SIGNS_WITH_TIME))
    )
    roots = [root for path in its.tsa_root for root in roots_of(given_file(path), path)]
    quorum = len({key.name for key in witnesses}) if its.quorum is None else its.quorum
    held, growths = ([given_file(path) for path in paths] for paths in (its.held, its.growth))
    return Wanted(keys, witnesses, quorum, roots, not its.without_timestamps, held, growths)


def key_of(line: str, kind: int) -> Key:
    key = read_key(line)
    if key.kind != kind:
        raise CannotTell(
            "key-kind",
            f"this key signs something else: {shown(line)}",
            f"هذا المفتاح يوقّع شيئًا آخر: {shown(line)}",
        )
    return key


def given_file(path: str) -> bytes:
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise CannotTell(
            "given-file",
            f"{shown(path)} could not be read ({error.strerror})",
            f"تعذّرت قراءة {shown(path)} ({error.strerror})",
        ) from None


def roots_of(pem: bytes, path: str) -> list[Certificate]:
    found = [read_certificate(base64.b64decode(one)) for one in PEM.findall(pem)]
    if not found:
        raise CannotTell(
            "no-certificate",
            f"{shown(path)} holds no certificate (PEM)",
            f"لا يحوي {shown(path)} شهادة (PEM)",
        )
    return found


def run(given: Sequence[str]) -> int:
    """Look at a package and say what was found; how the program ends."""
    its = arguments(given)
    try:
        report = look_at(its.folder, wanted_from(its))
    except CannotTell as reason:
        report = Report()
        report.unclear(reason.code, *reason.said)
    languages = ["ar", "en"] if its.language == "both" else [its.language]
    texts = [told(report, its.folder, language) for language in languages]
    sys.stdout.write(as_json(report, its.folder) if its.json else "\n".join(texts))
    sys.stdout.flush()
    return EXIT_CODES[report.state()]


def could_not(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Whatever breaks in this program is never taken for a fault of the package."""
    traceback.print_exception(kind, error, trace)
    for said in (MARKS[UNCLEAR].ar, MARKS[UNCLEAR].en, f"{kind.__name__}"):
        sys.stdout.write(f"[{said}]\n")
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(EXIT_CODES[UNCLEAR])


def main() -> None:
    """Run as a program: any end but a verdict is 3, and Arabic is written on any terminal."""
    sys.excepthook = could_not
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(run(sys.argv[1:]))
