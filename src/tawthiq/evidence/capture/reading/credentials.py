"""What content credentials (C2PA) say: who made the claim, what was done, by which certificate.

Nothing is verified here but that the parts can be read; what could be checked is handed out, so
that a process that has read nothing foreign compares it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from tawthiq.evidence.capture.reading.cbor import Cbor, cbor
from tawthiq.evidence.capture.reading.jumbf import Box, boxes, store_in
from tawthiq.evidence.capture.reading.structured import leaves
from tawthiq.evidence.sandbox.frames import Json, Record
from tawthiq.evidence.sandbox.not_read import CannotRead, Why

_LONGEST, _MOST, _LARGEST_SIGNED = 500, 500, 1 << 20
_ALGORITHM, _CHAIN = "1", "33"  # COSE headers (RFC 9052, RFC 9360)
_DIGESTS = ("sha256", "sha384", "sha512")
_STAMPS = ("sigTst", "sigTst2")


def read(file: BinaryIO, options: Mapping[str, Json]) -> Iterator[Record | bytes]:
    """Yield ``store``; for each manifest what it says; of the active one, which is the last, what
    can be compared with the file (``binding``) and its signature (``signed``)."""
    found = store_in(file)
    if found is None:
        raise CannotRead(Why.NOT_OF_THIS_KIND, "no content credentials")
    where, data = found
    manifests = [one for top in boxes(data) for one in top.inside if one.inside]
    if not manifests:
        raise CannotRead(Why.BROKEN, "credentials without a manifest")
    yield {"store": where, "bytes": len(data), "manifests": len(manifests)}
    for manifest in manifests[:_MOST]:
        is_active = manifest is manifests[-1]
        yield from _manifest(manifest, is_active)


def _manifest(manifest: Box, is_active: bool) -> Iterator[Record]:
    claim_box = manifest.named("c2pa.claim")
    content = claim_box.of_kind("cbor") if claim_box else None
    claim = _map(cbor(content)) if content else {}
    assertions = manifest.named("c2pa.assertions")
    inside = assertions.inside if assertions else ()
    labels: list[Json] = [one.label[:_LONGEST] for one in inside[:_MOST]]
    yield {
        "manifest": manifest.label[:_LONGEST],
        "active": is_active,
        "generator": _generator(claim),
        "title": _text(claim.get("dc:title")),
        "format": _text(claim.get("dc:format")),
        "assertions": labels,
    }
    if is_active and claim:
        yield from _compared(claim, inside)
    for assertion in inside[:_MOST]:
        yield from _assertion(assertion, is_active)
    signature = manifest.named("c2pa.signature")
    sealed = signature.of_kind("cbor") if signature else None
    if is_active and sealed and content:
        yield _signed(sealed, content)


def _compared(claim: Mapping[str, Cbor], inside: tuple[Box, ...]) -> Iterator[Record]:
    """Whether each assertion is what the claim, which is signed, says of it."""
    listed = dict[str, tuple[str, bytes]]()
    for key in ("assertions", "created_assertions", "gathered_assertions"):
        named = claim.get(key)
        for one in map(_map, named if isinstance(named, list) else []):
            digest = one.get("hash")
            algorithm = _text(one.get("alg")) or _text(claim.get("alg")) or "sha256"
            label = _text(one.get("url")).rpartition("/")[2]
            listed[label] = algorithm, digest if isinstance(digest, bytes) else b""
    for assertion in inside:
        algorithm, digest = listed.pop(assertion.label, ("sha256", b""))
        holds = (
            algorithm in _DIGESTS and hashlib.new(algorithm, assertion.content).digest() == digest
        )
        yield {"compared": assertion.label[:_LONGEST], "holds": holds}
    for label in listed:
        yield {"compared": label[:_LONGEST], "holds": False}


def _generator(claim: Mapping[str, Cbor]) -> str:
    info = claim.get("claim_generator_info")
    first = info[0] if isinstance(info, list) and info else info
    named = (
        [_text(first.get(key)) for key in ("name", "version")] if isinstance(first, dict) else []
    )
    return " ".join(part for part in named if part) or _text(claim.get("claim_generator"))


def _assertion(assertion: Box, is_active: bool) -> Iterator[Record]:
    label, data = assertion.label, assertion.of_kind("cbor")
    if data is None:
        yield from _words(assertion)
        return
    said = _map(cbor(data))
    if label.startswith("c2pa.actions"):
        actions = said.get("actions")
        for one in (actions if isinstance(actions, list) else [])[:_MOST]:
            yield _action(_map(one))
    elif label.startswith("c2pa.ingredient"):
        yield {
            "ingredient": _text(said.get("dc:title") or said.get("title")),
            "relation": _text(said.get("relationship")),
        }
    elif label.startswith("c2pa.hash.") and is_active:
        yield _binding(label, said)
    elif label.startswith(("stds.", "c2pa.metadata", "cawg.", "c2pa.training")):
        yield from _flat(label, _plain(dict(said)))


def _action(action: Mapping[str, Cbor]) -> Record:
    agent = action.get("softwareAgent")
    by = _text(agent.get("name")) if isinstance(agent, dict) else _text(agent)
    return {
        "action": _text(action.get("action")),
        "when": _text(action.get("when")),
        "by": by,
        "source": _text(action.get("digitalSourceType")),
    }


def _binding(label: str, said: Mapping[str, Cbor]) -> Record:
    """Which stretches of bytes are left out, and what the rest shall hash to."""
    left_out = list[Json]()
    stretches = said.get("exclusions")
    for one in stretches if isinstance(stretches, list) else []:
        part = _map(one)
        left_out.append([_number(part.get("start")), _number(part.get("length"))])
    expected = said.get("hash")
    return {
        "binding": label[:_LONGEST],
        "algorithm": _text(said.get("alg")),
        "hash": expected.hex() if isinstance(expected, bytes) else "",
        "left_out": left_out,
    }


def _words(assertion: Box) -> Iterator[Record]:
    content = assertion.of_kind("json")
    if content is None:
        return
    try:
        found = json.loads(content)
    except (ValueError, RecursionError):
        return
    yield from _flat(assertion.label, found)


def _flat(label: str, found: Json) -> Iterator[Record]:
    for count, (at, value) in enumerate(leaves(found, [])):
        if count >= _MOST:
            return
        yield {
            "field": ".".join(map(str, at))[:_LONGEST],
            "in": label[:_LONGEST],
            "is": value[:_LONGEST],
        }


def _signed(sealed: bytes, claim: bytes) -> Record:
    """The parts of the signature (COSE_Sign1), in hex, for somebody else to check."""
    parts = cbor(sealed)
    if not isinstance(parts, list) or len(parts) != 4 or len(sealed + claim) > _LARGEST_SIGNED:
        raise CannotRead(Why.BROKEN, "a signature of another form")
    protected, open_headers, _, signature = parts
    if not isinstance(protected, bytes) or not isinstance(signature, bytes):
        raise CannotRead(Why.BROKEN, "a signature of another form")
    headers = _map(cbor(protected)) if protected else {}
    loose = _map(open_headers)
    chain = next((one for part in (headers, loose) for key in (_CHAIN, "x5chain")
                  if (one := part.get(key))), None)  # fmt: skip
    first = chain[0] if isinstance(chain, list) and chain else chain
    return {
        "signed": claim.hex(),
        "protected": protected.hex(),
        "signature": signature.hex(),
        "algorithm": _number(headers.get(_ALGORITHM)),
        "certificate": first.hex() if isinstance(first, bytes) else "",
        "stamped": any(key in loose for key in _STAMPS),
    }


def _plain(value: Cbor) -> Json:
    """CBOR as JSON; bytes as how many they are."""
    if isinstance(value, bytes):
        return f"{len(value)} bytes"
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return value


def _map(value: Cbor) -> Mapping[str, Cbor]:
    return value if isinstance(value, dict) else {}


def _text(value: Cbor) -> str:
    return value[:_LONGEST] if isinstance(value, str) else ""


def _number(value: Cbor) -> int:
    return value if isinstance(value, int) and not isinstance(value, bool) else -1
