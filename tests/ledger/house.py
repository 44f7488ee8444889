"""What tests of the ledger share: trees in memory, and the definitions of the RFC word for word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from hashlib import sha256

from tawthiq.ledger.tree import Hash, level_above

# The leaves and roots of the reference tree of Certificate Transparency, as in
# github.com/transparency-dev/merkle, testonly/constants.go (RFC 6962 hashing).
REFERENCE_LEAVES = [
    bytes.fromhex(text)
    for text in (
        "",
        "00",
        "10",
        "2021",
        "3031",
        "40414243",
        "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]
REFERENCE_ROOTS = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
]


def entry(number: int) -> bytes:
    return b"entry %d" % number


class NodesInMemory:
    """Every perfect subtree over some leaf hashes."""

    def __init__(self, leaves: Iterable[Hash]) -> None:
        self.levels: list[list[Hash]] = [list(leaves)]
        while len(self.levels[-1]) > 1:
            self.levels.append(level_above(self.levels[-1]))

    def node(self, level: int, index: int) -> Hash:
        return self.levels[level][index]


# --- RFC 9162 as it is written, slow, to compare with ----------------------------------------


def rfc_root(leaves: Sequence[bytes]) -> Hash:
    """MTH of section 2.1.1, over entries."""
    n = len(leaves)
    if n == 0:
        return sha256(b"").digest()
    if n == 1:
        return sha256(b"\x00" + leaves[0]).digest()
    k = _rfc_split(n)
    return sha256(b"\x01" + rfc_root(leaves[:k]) + rfc_root(leaves[k:])).digest()


def rfc_path(m: int, leaves: Sequence[bytes]) -> list[Hash]:
    """PATH of section 2.1.3.1."""
    n = len(leaves)
    if n == 1:
        return []
    k = _rfc_split(n)
    if m < k:
        return [*rfc_path(m, leaves[:k]), rfc_root(leaves[k:])]
    return [*rfc_path(m - k, leaves[k:]), rfc_root(leaves[:k])]


def rfc_proof(m: int, leaves: Sequence[bytes], known: bool = True) -> list[Hash]:
    """PROOF and SUBPROOF of section 2.1.4.1."""
    n = len(leaves)
    if m == n:
        return [] if known else [rfc_root(leaves)]
    k = _rfc_split(n)
    if m <= k:
        return [*rfc_proof(m, leaves[:k], known), rfc_root(leaves[k:])]
    return [*rfc_proof(m - k, leaves[k:], False), rfc_root(leaves[:k])]


def _rfc_split(n: int) -> int:
    k = 1
    while k * 2 < n:
        k *= 2
    return k
