"""What the package ``pdqhash`` says of our pictures: somebody else's truth, written down.

Run once, where a compiler is: ``pip install pdqhash`` and ``python -m
tests.evidence.likeness.peers.make_pdqhash_vectors`` (made with pdqhash 0.2.8, whose bits are those
of the published program). The package has no wheel, so the tests read the file instead.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pdqhash  # type: ignore[import-not-found]
from tests.evidence.likeness.pictures import pictures

VECTORS = Path(__file__).with_name("pdqhash_vectors.json")


def main() -> None:
    found = []
    for pixels in pictures():
        _, quality = pdqhash.compute(pixels)
        ways, _ = pdqhash.compute_dihedral(pixels)
        hashes = [np.packbits(bits).tobytes().hex() for bits in ways]
        found.append({"quality": int(quality), "ways": hashes})
    VECTORS.write_text(json.dumps(found, indent=0) + "\n", "utf-8")


if __name__ == "__main__":
    main()
