"""`verify.py` as a stranger runs it, on a package that is whole and on every kind that is not."""

from __future__ import annotations

import ast
import os
import random
import shutil
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from hashlib import sha256, sha512
from pathlib import Path
from typing import Any

import pytest
from tests.evidence.packages.archive import Archive, some_items
from tests.evidence.packages.conftest import Verify, codes, run, words
from tests.ledger.keys import LOG, OTHER, SECOND, WITNESS, key

from tawthiq.evidence.bare.looking import look_at
from tawthiq.evidence.bare.notes import read_key
from tawthiq.evidence.bare.report import BROKEN, HOLDS
from tawthiq.evidence.bare.signatures import Wanted
from tawthiq.evidence.packages.verifier import PARTS, verifier
from tawthiq.ledger.key import KeyKind, SigningKey
from tawthiq.ledger.note import Note, sign

PHOTO = "data/evidence/IDLIB-0002.jpg"
# Wherever pyenv keeps other versions; without it the grammar alone is tested.
PYENV = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser()
OLDER_PYTHONS = sorted(PYENV.glob("versions/3.*/bin/python"))


# --- whole ----------------------------------------------------------------------------------


def test_a_whole_package_holds_when_run_from_within_without_anything(package: Path) -> None:
    ran = run(package / "verify.py", "--key", str(LOG.public))
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "RESULT: everything that was asked holds." in ran.stdout
    assert "النتيجة: كل ما سُئل عنه ثابت." in ran.stdout
    assert "IDLIB-0007-R01  data/evidence/IDLIB-0007-R01.png" in ran.stdout
    assert "What this does not prove:" in ran.stdout and "ما لا يثبته هذا:" in ran.stdout


def test_looking_changes_nothing(package: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in package.rglob("*")}
    assert run(package / "verify.py", "--key", str(LOG.public)).returncode == 0
    assert {path: path.stat().st_mtime_ns for path in package.rglob("*")} == before


def test_without_a_key_it_cannot_be_told_whose_it_is(package: Path) -> None:
    ran = run(package / "verify.py")
    assert ran.returncode == 3
    assert "you gave no key" in ran.stdout and str(LOG.public) in ran.stdout


@pytest.mark.parametrize("language", ["ar", "en"])
def test_one_language_may_be_asked_for(package: Path, language: str) -> None:
    said = run(package / "verify.py", "--language", language).stdout
    assert ("RESULT" in said) == (language == "en")
    assert ("النتيجة" in said) == (language == "ar")


def test_everything_that_is_found_is_said_in_both_languages(verify: Verify, package: Path) -> None:
    (package / PHOTO).unlink()
    _, said = verify(package)
    for one in said["findings"]:
        assert one["en"] and one["ar"] and one["en"] != one["ar"]
        assert any("\u0600" <= letter <= "\u06ff" for letter in one["ar"])


@pytest.mark.parametrize("python", OLDER_PYTHONS, ids=lambda path: path.parts[-3])
def test_it_runs_on_every_python_from_3_8(package: Path, python: Path) -> None:
    version = tuple(int(part) for part in python.parts[-3].split(".")[:2])
    command = ["env", "-i", str(python), "-I", str(package / "verify.py")]
    ran = subprocess.run([*command, "--key", str(LOG.public)], capture_output=True, check=False)
    if version >= (3, 8):
        assert (ran.returncode, ran.stderr) == (0, b"")
    elif version == (3, 7):
        assert ran.returncode == 3  # nothing was looked at; 3.6 cannot even read the file


def test_it_is_written_in_the_grammar_of_3_8_and_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse(verifier(), feature_version=(3, 8))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = [one.name for node in imports if isinstance(node, ast.Import) for one in node.names]
    names += [node.module or "" for node in imports if isinstance(node, ast.ImportFrom)]
    modules = {name.split(".")[0] for name in names}
    assert modules <= sys.stdlib_module_names
    assert not modules & {"socket", "urllib", "http", "ssl", "subprocess", "ctypes"}
    assert "\ntawthiq" not in verifier().decode() and b"import tawthiq" not in verifier()


LATER_THAN_3_8 = {"removeprefix", "removesuffix", "bit_count", "cache", "is_relative_to"}


def test_it_calls_nothing_that_came_after_3_8() -> None:
    """As far as it can be seen where no Python 3.8 is at hand to run it."""
    calls = [node for node in ast.walk(ast.parse(verifier())) if isinstance(node, ast.Call)]
    assert not [node for node in calls if isinstance(node.func, ast.Subscript)]  # set[str]()
    names = {node.func.attr for node in calls if isinstance(node.func, ast.Attribute)}
    assert not names & LATER_THAN_3_8
    keywords = {word.arg for node in calls for word in node.keywords}
    assert "strict" not in {
        word.arg
        for node in calls
        if isinstance(node.func, ast.Name) and node.func.id == "zip"
        for word in node.keywords
    }
    assert "slots" not in keywords and "kw_only" not in keywords
    short = [
        node
        for node in calls
        if isinstance(node.func, ast.Attribute) and node.func.attr in ("to_bytes", "from_bytes")
    ]
    assert all(len(node.args) == 2 for node in short)


def test_every_part_is_in_it() -> None:
    folder = Path(__file__).resolve().parents[3] / "src/tawthiq/evidence/bare"
    assert {path.stem for path in folder.glob("*.py")} - {"__init__"} == set(PARTS)


def test_it_is_the_same_file_every_time(made: Path) -> None:
    assert (made / "verify.py").read_bytes() == verifier()


# --- called wrongly, and what cannot be found out -------------------------------------------


def test_an_unknown_option_is_a_wrong_call(package: Path) -> None:
    assert run(package / "verify.py", "--unknown").returncode == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["/nowhere/at/all"],
        ["/usr/share"],
        ["--key", "nonsense"],
        ["--key", str(WITNESS.public)],
        ["--tsa-root", "/nowhere.pem"],
        ["--held", "/nowhere"],
    ],
    ids=lambda arguments: " ".join(arguments)[:20],
)
def test_what_cannot_be_found_out_is_never_called_false(
    package: Path, arguments: list[str]
) -> None:
    assert run(package / "verify.py", *arguments).returncode == 3


def test_a_file_that_cannot_be_read_is_no_fault_of_the_package(
    verify: Verify, package: Path
) -> None:
    if os.geteuid() == 0:
        pytest.skip("root reads everything")
    (package / PHOTO).chmod(0)
    code, said = verify(package)
    assert code == 3 and "not-readable" in codes(said, "could-not-tell")


def test_whatever_breaks_in_the_verifier_is_no_fault_of_the_package(package: Path) -> None:
    broken = (
        (package / "verify.py")
        .read_text("utf-8")
        .replace("def look_at(", "def look_at(*_):\n    raise RuntimeError\n\n\ndef look_at_not(")
    )
    (package / "verify.py").write_text(broken, "utf-8")
    ran = run(package / "verify.py")
    assert ran.returncode == 3
    assert "could not be found out" in ran.stdout


def test_a_package_of_a_later_kind_cannot_be_told(verify: Verify, package: Path) -> None:
    text = (package / "package.txt").read_text("utf-8")
    (package / "package.txt").write_text(text.replace("tawthiq-package/1", "tawthiq-package/2"))
    code, said = verify(package)
    assert code == 3 and "version" in codes(said, "could-not-tell")


# --- damaged --------------------------------------------------------------------------------


def rewritten_manifests(package: Path, *, tags_only: bool = False) -> None:
    """All lists of BagIt written anew, so that they fit what is there now."""

    def write(paths: list[str], prefix: str) -> None:
        for name, digest in (("sha256", sha256), ("sha512", sha512)):
            lines = [f"{digest((package / p).read_bytes()).hexdigest()}  {p}\n" for p in paths]
            (package / f"{prefix}manifest-{name}.txt").write_text("".join(lines))

    files = sorted(p.relative_to(package).as_posix() for p in package.rglob("*") if p.is_file())
    if not tags_only:
        payload = [one for one in files if one.startswith("data/")]
        size = sum((package / one).stat().st_size for one in payload)
        info = (package / "bag-info.txt").read_text("utf-8").splitlines()
        lines = [f"Payload-Oxum: {size}.{len(payload)}" if "Oxum" in one else one for one in info]
        (package / "bag-info.txt").write_text("\n".join(lines) + "\n", "utf-8")
        write(payload, "")
    write([one for one in files if not one.startswith(("data/", "tagmanifest-"))], "tag")


def changed(path: str) -> Callable[[Path], None]:
    def change(package: Path) -> None:
        data = bytearray((package / path).read_bytes())
        data[len(data) // 2] ^= 1
        (package / path).write_bytes(data)

    return change


def removed(path: str) -> Callable[[Path], None]:
    return lambda package: (package / path).unlink()


def added(path: str, data: bytes = b"planted") -> Callable[[Path], None]:
    def add(package: Path) -> None:
        (package / path).parent.mkdir(parents=True, exist_ok=True)
        (package / path).write_bytes(data)

    return add


def renamed(path: str, to: str) -> Callable[[Path], None]:
    return lambda package: (package / path).rename(package / to)  # type: ignore[return-value]


def linked(path: str, to: str) -> Callable[[Path], None]:
    def link(package: Path) -> None:
        (package / path).unlink(missing_ok=True)
        (package / path).symlink_to(to)

    return link


ARABIC = "data/evidence/أدلة السوق – آب.jpg"
NFC, NFD = unicodedata.normalize("NFC", ARABIC), unicodedata.normalize("NFD", ARABIC)
FETCH = b"file:///etc/passwd 10 data/evidence/x.jpg\n"

MUTATIONS: dict[str, tuple[Callable[[Path], Any], str, str]] = {
    "evidence changed": (changed(PHOTO), "changed", PHOTO),
    "evidence removed": (removed(PHOTO), "missing", PHOTO),
    "evidence added": (added("data/evidence/IDLIB-0009.jpg"), "unlisted", "IDLIB-0009.jpg"),
    "evidence emptied": (lambda p: (p / PHOTO).write_bytes(b""), "changed", PHOTO),
    "evidence lengthened": (
        lambda p: (p / PHOTO).write_bytes((p / PHOTO).read_bytes() + b"\0"),
        "changed",
        PHOTO,
    ),
    "evidence exchanged": (
        lambda p: shutil.copy(p / "data/evidence/IDLIB-0001.mp4", p / PHOTO),
        "changed",
        PHOTO,
    ),
    "evidence renamed": (renamed(PHOTO, "data/evidence/IDLIB-0003.jpg"), "missing", PHOTO),
    "renamed in case": (renamed(PHOTO, "data/evidence/idlib-0002.JPG"), "unlisted", "idlib-0002"),
    "renamed to Arabic, NFC": (renamed(PHOTO, NFC), "unlisted", NFC),
    "renamed to Arabic, NFD": (renamed(PHOTO, NFD), "unlisted", NFD),
    "added in Arabic, NFC": (added(NFC), "unlisted", NFC),
    "added in Arabic, NFD": (added(NFD), "unlisted", NFD),
    "tag file added": (added("evil.html", b"<script>"), "unlisted", "evil.html"),
    "hidden file added": (added(".hidden"), "unlisted", ".hidden"),
    "file of the system added": (added("data/.DS_Store"), "unlisted", "remove it and run"),
    "added in a new folder": (added("extra/x.txt"), "unlisted", "extra/x.txt"),
    "empty folder added": (lambda p: (p / "data/more").mkdir(), "unlisted", "data/more"),
    "fetch.txt added": (added("fetch.txt", FETCH), "fetch", "fetch.txt"),
    "manifest of another kind added": (
        added("manifest-md5.txt", b"d41d8cd98f00b204e9800998ecf8427e  data/x\n"),
        "unlisted",
        "manifest-md5.txt",
    ),
    "tag manifest removed": (
        removed("tagmanifest-sha256.txt"),
        "missing",
        "tagmanifest-sha256.txt",
    ),
    "second tag manifest removed": (
        removed("tagmanifest-sha512.txt"),
        "missing",
        "tagmanifest-sha512.txt",
    ),
    "manifest removed": (removed("manifest-sha512.txt"), "missing", "manifest-sha512.txt"),
    "manifest changed": (changed("manifest-sha256.txt"), "changed", "manifest-sha256.txt"),
    "verifier changed": (changed("verify.py"), "changed", "verify.py"),
    "words changed": (changed("README.txt"), "changed", "README.txt"),
    "declaration changed": (
        lambda p: (p / "bagit.txt").write_bytes(b"BagIt-Version: 0.97\n"),
        "declaration",
        "bagit.txt",
    ),
    "numbers of the payload changed": (
        lambda p: (p / "bag-info.txt").write_bytes(
            (p / "bag-info.txt").read_bytes().replace(b"Oxum: ", b"Oxum: 1")
        ),
        "oxum",
        "bag-info.txt",
    ),
    "seal removed": (removed("package.txt"), "missing", "package.txt"),
    "checkpoint removed": (removed("checkpoint"), "missing", "checkpoint"),
    "proof removed": (removed("proofs/8.tlog-proof"), "missing", "proofs/8.tlog-proof"),
    "entry removed": (removed("data/ledger/8.entry"), "missing", "data/ledger/8.entry"),
    "opening removed": (removed("data/ledger/8.openings"), "missing", "data/ledger/8.openings"),
    "evidence a link": (linked(PHOTO, "../load-file.csv"), "odd", PHOTO),
    "a link added": (linked("data/evidence/link", "/etc/passwd"), "odd", "data/evidence/link"),
    "a link to a folder": (linked("data/evidence/all", "/etc"), "odd", "data/evidence/all"),
    "a pipe": (lambda p: os.mkfifo(p / "data/pipe"), "odd", "data/pipe"),
    "a name that turns the writing": (
        added("data/evidence/\u202egpj.exe"),
        "unlisted",
        "\\u202e",
    ),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_a_package_that_was_tampered_with_is_named(
    verify: Verify, package: Path, name: str
) -> None:
    change, code, named = MUTATIONS[name]
    change(package)
    ended, said = verify(package)
    assert ended == 1 and said["result"] == "does-not-hold"
    assert code in codes(said)
    assert named in words(said, code)


def test_a_fault_in_one_piece_is_not_laid_at_the_door_of_another(
    verify: Verify, package: Path
) -> None:
    changed(PHOTO)(package)
    added("evil.html")(package)
    _, said = verify(package)
    faults = [one["en"].split(":")[0] for one in said["findings"] if one["state"] != "holds"]
    assert set(faults) == {PHOTO, "IDLIB-0002", "evil.html"}
    assert faults.count("evil.html") == 1
    assert [one["number"] for one in said["evidence"]] == ["IDLIB-0001", "IDLIB-0007-R01"]


def test_without_a_load_file_the_pieces_are_still_known_by_their_bytes(
    verify: Verify, package: Path
) -> None:
    removed("data/load-file.csv")(package)
    _, said = verify(package)
    assert "unsealed" not in codes(said)
    assert len(said["evidence"]) == 3


# What a forger does who writes all lists of BagIt anew: bagit.py calls all of these valid.
CONSISTENT: dict[str, Callable[[Path], Any]] = {
    "evidence changed": changed(PHOTO),
    "custody changed": changed("data/custody.csv"),
    "load file changed": changed("data/load-file.csv"),
    "evidence removed": removed(PHOTO),
    "evidence added": added("data/evidence/IDLIB-0009.jpg"),
    "an entry hidden": removed("data/ledger/9.entry"),
}


@pytest.mark.parametrize("name", CONSISTENT)
def test_lists_written_anew_do_not_help(verify: Verify, package: Path, name: str) -> None:
    CONSISTENT[name](package)
    rewritten_manifests(package)
    ended, said = verify(package)
    assert ended == 1
    assert "manifest-sha256.txt: it was changed after the package was sealed" in (
        words(said, "changed")
    )


def test_a_file_added_beside_the_payload_is_named_though_all_lists_have_it(
    verify: Verify, package: Path
) -> None:
    added("evil.html")(package)
    rewritten_manifests(package)
    ended, said = verify(package)
    assert ended == 1 and "evil.html" in words(said, "unlisted")


def reseal(package: Path) -> None:
    """The seal's text written anew as well: now only the ledger tells."""
    text = (package / "package.txt").read_text("utf-8").splitlines()
    lines = text[:2]
    for line in text[2:]:
        _, path, _ = line.split(" ")
        lines.append(f"file {path} {sha256((package / path).read_bytes()).hexdigest()}")
    (package / "package.txt").write_text("\n".join(lines) + "\n", "utf-8")
    rewritten_manifests(package, tags_only=True)


@pytest.mark.parametrize("name", CONSISTENT)
def test_not_even_with_the_seal_written_anew(verify: Verify, package: Path, name: str) -> None:
    CONSISTENT[name](package)
    rewritten_manifests(package)
    reseal(package)
    ended, said = verify(package)
    assert ended == 1 and "other-seal" in codes(said)


def test_nor_with_the_sealing_entry_written_anew(verify: Verify, package: Path) -> None:
    changed("data/custody.csv")(package)
    rewritten_manifests(package)
    reseal(package)
    digest = sha256((package / "package.txt").read_bytes()).hexdigest()
    entry = (package / "proofs/package.entry").read_text("utf-8").splitlines()
    lines = [f"payload {digest}" if one.startswith("payload ") else one for one in entry]
    (package / "proofs/package.entry").write_text("\n".join(lines) + "\n", "utf-8")
    rewritten_manifests(package, tags_only=True)
    ended, said = verify(package)
    assert ended == 1 and "not-in-ledger" in codes(said)


# --- other ledgers --------------------------------------------------------------------------


def forged(place: Path, signing: Any) -> Path:
    archive = Archive(key=signing)
    archive.pack(place, some_items(archive))
    return place


def test_a_whole_package_of_another_ledger_is_not_the_one_you_have_a_key_of(
    verify: Verify, tmp_path: Path
) -> None:
    place = forged(tmp_path / "forged", OTHER)
    assert verify(place, keys=[str(OTHER.public)])[0] == 0
    ended, said = verify(place)
    assert ended == 1 and "not-signed" in codes(said)


def test_nor_one_by_another_key_under_the_same_name(verify: Verify, tmp_path: Path) -> None:
    twin = key(LOG.name, seed="another")
    place = forged(tmp_path / "forged", twin)
    ended, said = verify(place)
    assert ended == 1 and "not-signed" in codes(said)
    assert verify(place, keys=())[0] == 3  # it names its own key, and nothing else can be told


@pytest.mark.parametrize("path", ["checkpoint", "proofs/8.tlog-proof", "proofs/package.tlog-proof"])
def test_the_checkpoint_of_another_ledger_is_named(
    verify: Verify, package: Path, tmp_path: Path, path: str
) -> None:
    other = forged(tmp_path / "forged", OTHER)
    shutil.copy(other / path, package / path)
    rewritten_manifests(package, tags_only=True)
    ended, said = verify(package)
    assert ended == 1
    assert ("other-ledger" if path == "checkpoint" else "other-checkpoint") in codes(said)


def test_a_signature_made_up_is_named(verify: Verify, package: Path) -> None:
    note = Note.parse((package / "checkpoint").read_bytes())
    made_up = sign("something else\n", LOG)
    forged_note = Note(note.text, (made_up,))
    for path in [package / "checkpoint", *(package / "proofs").glob("*.tlog-proof")]:
        data = path.read_bytes().replace(note.to_bytes(), forged_note.to_bytes())
        path.write_bytes(data)
    rewritten_manifests(package, tags_only=True)
    ended, said = verify(package)
    assert ended == 1 and codes(said) == {"signature"}


# --- witnesses and held checkpoints ---------------------------------------------------------


def witness_key(name: str, seed: str) -> SigningKey:
    return key(name, KeyKind.COSIGNATURE, seed)


def cosigned(package: Path, *witnesses: Any) -> None:
    note = Note.parse((package / "checkpoint").read_bytes())
    more = note
    for one in witnesses:
        more = more.with_signature(sign(note.text, one, time=1_800_000_000))
    for path in [package / "checkpoint", *(package / "proofs").glob("*.tlog-proof")]:
        path.write_bytes(path.read_bytes().replace(note.to_bytes(), more.to_bytes()))
    rewritten_manifests(package, tags_only=True)


def test_witnesses_that_were_asked_for_are_counted_by_name(verify: Verify, package: Path) -> None:
    cosigned(package, WITNESS)
    one, two = str(WITNESS.public), str(SECOND.public)
    ended, said = verify(package, "--witness", one)
    assert ended == 0 and "2027-01-15 08:00:00 UTC" in words(said, "witness")
    assert verify(package, "--witness", one, "--witness", two, "--quorum", "1")[0] == 0
    ended, said = verify(package, "--witness", one, "--witness", two)
    assert ended == 3 and "witnesses" in codes(said, "could-not-tell")


def test_two_keys_of_one_witness_are_one_witness(verify: Verify, package: Path) -> None:
    twin = witness_key(WITNESS.name, "another")
    cosigned(package, WITNESS, twin)
    both = ["--witness", str(WITNESS.public), "--witness", str(twin.public)]
    assert verify(package, *both)[0] == 0
    assert verify(package, *both, "--quorum", "2")[0] == 3


def test_a_held_checkpoint_of_the_same_size_must_be_the_same(
    verify: Verify, package: Path, tmp_path: Path
) -> None:
    held = tmp_path / "held"
    held.write_bytes((package / "checkpoint").read_bytes())
    ended, said = verify(package, "--held", str(held))
    assert ended == 0 and "held" in codes(said, "holds")
    archive = Archive()
    archive.other_things(19)  # another history of the same length, under the same key
    held.write_bytes(archive.checkpoint().to_bytes())
    ended, said = verify(package, "--held", str(held))
    assert ended == 1 and "did-not-only-grow" in codes(said)


def test_a_held_checkpoint_without_a_proof_of_growth_says_nothing(
    verify: Verify, package: Path, tmp_path: Path
) -> None:
    archive = Archive()
    archive.other_things(3)
    held = tmp_path / "held"
    held.write_bytes(archive.checkpoint().to_bytes())
    ended, said = verify(package, "--held", str(held))
    assert ended == 3 and "no-growth" in codes(said, "could-not-tell")


def test_a_held_checkpoint_of_another_ledger_says_nothing(
    verify: Verify, package: Path, tmp_path: Path
) -> None:
    archive = Archive(key=OTHER)
    archive.other_things(3)
    (tmp_path / "held").write_bytes(archive.checkpoint().to_bytes())
    ended, said = verify(package, "--held", str(tmp_path / "held"))
    assert ended == 3 and "held-other-ledger" in codes(said, "could-not-tell")


def test_a_proof_that_belongs_to_no_entry_is_named(verify: Verify, package: Path) -> None:
    shutil.copy(package / "proofs/8.tlog-proof", package / "proofs/99.tlog-proof")
    rewritten_manifests(package, tags_only=True)
    ended, said = verify(package)
    assert ended == 1 and "proofs/99.tlog-proof" in words(said, "idle")


# --- every bit, at random -------------------------------------------------------------------


def test_any_bit_of_any_file_is_noticed(package: Path) -> None:
    """In process, because there are many; the same code as in the file."""
    wanted = Wanted(keys=[read_key(str(LOG.public))])
    assert look_at(str(package), wanted).state() == HOLDS
    chance = random.Random(7)
    for path in sorted(path for path in package.rglob("*") if path.is_file()):
        data = path.read_bytes()
        for _ in range(2):
            bit = chance.randrange(8 * len(data))
            mutated = bytearray(data)
            mutated[bit // 8] ^= 1 << bit % 8
            path.write_bytes(mutated)
            state = look_at(str(package), wanted).state()
            assert state == BROKEN, (path.name, bit)
        path.write_bytes(data)
    assert look_at(str(package), wanted).state() == HOLDS


def test_a_name_that_is_no_unicode_is_shown_and_breaks_nothing(
    verify: Verify, package: Path
) -> None:
    name = os.fsdecode(b"data/evidence/\xff\xfe.jpg")
    added(name)(package)
    ended, said = verify(package)
    assert ended == 1 and "\\udcff" in words(said, "unlisted")
