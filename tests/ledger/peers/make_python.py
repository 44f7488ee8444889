"""What pymerkle and tlog-scales say of the entries "entry 0", "entry 1" and so on.

Run in an environment of its own that has both (see README.md):

    python make_python.py pymerkle > pymerkle.json
    python make_python.py tlog-scales > tlog-scales.json
    python make_python.py read FOLDER LOG_KEY WITNESS_KEY
"""

from __future__ import annotations

import json
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path

SIZES = (1, 2, 3, 7, 255, 256, 257, 511, 512, 700)
LARGE_SIZES = (65535, 65536, 65537, 70000)
INCLUSIONS = ((0, 1), (0, 2), (2, 3), (6, 7), (256, 257), (300, 700), (699, 700))
CONSISTENCIES = ((1, 2), (2, 3), (4, 7), (6, 7), (256, 257), (256, 700), (699, 700))
SECRET = bytes(range(32))  # a log key for tests only


def main() -> None:
    if sys.argv[1] == "read":
        sys.stdout.write(read_published(*sys.argv[2:]))
        return
    found = {"pymerkle": by_pymerkle, "tlog-scales": by_tlog_scales}[sys.argv[1]]()
    made_by = f"{sys.argv[1]} {version(sys.argv[1])}"
    sys.stdout.write(json.dumps({"made_by": made_by, **found}, indent=1) + "\n")


def by_pymerkle() -> dict[str, object]:
    from pymerkle import InmemoryTree

    tree = InmemoryTree()
    tree.append_entries([b"entry %d" % number for number in range(70_000)])
    return {"roots": {size: tree.get_root(size).hex() for size in (*SIZES, *LARGE_SIZES)}}


def by_tlog_scales() -> dict[str, object]:
    from tlog_scales.backend import LocalBackend
    from tlog_scales.reader import TilesReader
    from tlog_scales.signing import PlainEd25519Signer
    from tlog_scales.writer import TilesWriter

    with tempfile.TemporaryDirectory() as kept:
        folder = Path(kept) / "log"
        writer = TilesWriter.create(folder, "peer.example/log")
        for number in range(700):
            writer.add_leaf(b"entry %d" % number)
        signer = PlainEd25519Signer("peer.example/log", SECRET)
        writer.commit([signer])
        reader = TilesReader(LocalBackend(folder))
        reader.set_size(700)
        files = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file()}
        return {
            "vkey": signer.vkey.serialize(),
            "checkpoint": files["checkpoint"].read_text("utf-8"),
            "files": {name: sha256_of(p) for name, p in sorted(files.items())},
            "roots": {size: reader.mth(0, size).hex() for size in SIZES},
            "inclusions": [
                {"a": a, "b": b, "path": hexed(reader.get_inclusion_proof(a, b))}
                for a, b in INCLUSIONS
            ],
            "consistencies": [
                {"a": a, "b": b, "path": hexed(reader.get_consistency_proof(a, b))}
                for a, b in CONSISTENCIES
            ],
        }


def read_published(folder: str, log_key: str, witness_key: str) -> str:
    from tlog_scales.backend import LocalBackend
    from tlog_scales.reader import TilesReader
    from tlog_scales.signing import Vkey, VkeySet
    from tlog_scales.tiles import leaf_hash

    reader = TilesReader(LocalBackend(Path(folder)))
    checkpoint = reader.get_checkpoint()
    keys = VkeySet(Vkey.from_string(log_key), Vkey.from_string(witness_key))
    signers = sorted(key.name for key, _ in keys.verify(checkpoint.signatures, checkpoint))
    reader.set_size(checkpoint.size)
    assert reader.calculate_root_hash() == checkpoint.root_hash
    proofs = 0
    for index in range(0, checkpoint.size, 97):
        entry = reader.get_entry(index)
        assert entry == b"entry %d" % index
        proof = reader.get_inclusion_proof(index, checkpoint.size)
        proof.check(leaf_hash(entry), checkpoint.root_hash)
        proofs += 1
    return (
        f"checkpoint of {checkpoint.size} entries signed by {signers}, {proofs} proofs accepted\n"
    )


def hexed(proof: object) -> list[str]:
    return [one.hex() for one in proof.node_hashes]  # type: ignore[attr-defined]


def sha256_of(path: Path) -> str:
    from hashlib import sha256

    return sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
