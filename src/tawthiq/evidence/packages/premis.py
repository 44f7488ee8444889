"""What preservation systems read: objects, events and agents of a package as PREMIS 3."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from tawthiq.evidence.custody import Step
from tawthiq.evidence.packages.contents import Content, Contents, Derivative, DerivativeKind, Item
from tawthiq.evidence.packages.load_file import Row, rows_of

NAMESPACE = "http://www.loc.gov/premis/v3"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_LOCAL, _EVENT = "local number", "local event"
_EVENT_OF = {DerivativeKind.REDACTED: "redaction", DerivativeKind.OTHER: "creation"}


def premis_of(contents: Contents) -> bytes:
    """The file ``premis.xml``: the pieces that are packed, every step, everybody who acted."""
    ElementTree.register_namespace("premis", NAMESPACE)
    ElementTree.register_namespace("xsi", _XSI)
    root = Element(f"{{{NAMESPACE}}}premis", version="3.0")
    rows = [row for row in rows_of(contents) if isinstance(row.content, Content)]
    root.extend(_object(row) for row in rows)
    packed = {row.number for row in rows}
    root.extend(_events(contents, packed))
    root.extend(_agent(name) for name in _agents(contents))
    ElementTree.indent(root)
    written = ElementTree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return bytes(written) + b"\n"


def _object(row: Row) -> Element:
    content = row.content
    assert isinstance(content, Content)
    one = Element(f"{{{NAMESPACE}}}object", {f"{{{_XSI}}}type": "premis:file"})
    one.append(_identifier("object", _LOCAL, row.number))
    traits = _within(one, "objectCharacteristics")
    fixity = _within(traits, "fixity")
    _say(fixity, "messageDigestAlgorithm", "SHA-256")
    _say(fixity, "messageDigest", f"{content.digest}")
    _say(traits, "size", f"{content.size}")
    kind = row.derivative.media_type if row.derivative else row.item.media_type
    _say(_within(_within(traits, "format"), "formatDesignation"), "formatName", kind)
    _say(one, "originalName", row.derivative.name if row.derivative else row.item.name)
    if row.derivative is not None:
        _relate(one, row)
    return one


def _relate(one: Element, row: Row) -> None:
    """What it was made from; the other object need not be in the package."""
    relation = _within(one, "relationship")
    _say(relation, "relationshipType", "derivation")
    _say(relation, "relationshipSubType", "has source")
    source = _within(relation, "relatedObjectIdentifier")
    _say(source, "relatedObjectIdentifierType", _LOCAL)
    _say(source, "relatedObjectIdentifierValue", Row(row.prefix, row.item).number)
    event = _within(relation, "relatedEventIdentifier")
    _say(event, "relatedEventIdentifierType", _EVENT)
    _say(event, "relatedEventIdentifierValue", f"{row.number} made")


def _events(contents: Contents, packed: set[str]) -> Iterable[Element]:
    for row in rows_of(contents):
        if row.derivative is not None:
            yield _making(row, row.derivative, packed)
        else:
            for one in row.item.custody:
                yield _step(row.number, row.item, one.step, packed)


def _step(number: str, item: Item, step: Step, packed: set[str]) -> Element:
    details = [step.told().en, step.told().ar]
    name, when = f"{item.id} step {step.number}", f"{step.time:%Y-%m-%dT%H:%M:%SZ}"
    return _event(
        name, step.premis_event, when, details, step.by, [number] if number in packed else []
    )


def _making(row: Row, derivative: Derivative, packed: set[str]) -> Element:
    how = derivative.derivation
    details = [
        f"{how.tool}; {how.parameters}; {how.reason}; reviewed by {how.reviewed_by or 'nobody'}"
    ]
    when = f"{derivative.made:%Y-%m-%dT%H:%M:%SZ}"
    objects = [row.number, *({Row(row.prefix, row.item).number} & packed)]
    return _event(f"{row.number} made", _EVENT_OF[derivative.kind], when, details, how.by, objects)


def _event(
    name: str, kind: str, when: str, details: Sequence[str], by: str, objects: Sequence[str]
) -> Element:
    event = Element(f"{{{NAMESPACE}}}event")
    event.append(_identifier("event", _EVENT, name))
    _say(event, "eventType", kind)
    _say(event, "eventDateTime", when)
    for detail in details:
        _say(_within(event, "eventDetailInformation"), "eventDetail", detail)
    event.append(_identifier("linkingAgent", "local name", by))
    event.extend(_identifier("linkingObject", _LOCAL, one) for one in objects)
    return event


def _agents(contents: Contents) -> list[str]:
    """Everybody who acted, once, in the order of acting."""
    steps = [one.step.by for item in contents.items for one in item.custody]
    makers = [one.derivation.by for item in contents.items for one in item.derivatives]
    return list(dict.fromkeys([*steps, *makers]))


def _agent(name: str) -> Element:
    agent = Element(f"{{{NAMESPACE}}}agent")
    agent.append(_identifier("agent", "local name", name))
    _say(agent, "agentName", name)
    return agent


def _identifier(of: str, kind: str, value: str) -> Element:
    element = Element(f"{{{NAMESPACE}}}{of}Identifier")
    _say(element, f"{of}IdentifierType", kind)
    _say(element, f"{of}IdentifierValue", value)
    return element


def _within(parent: Element, name: str) -> Element:
    child = Element(f"{{{NAMESPACE}}}{name}")
    parent.append(child)
    return child


def _say(parent: Element, name: str, text: str) -> None:
    _within(parent, name).text = _writable(text)


def _writable(text: str) -> str:
    """Text that XML 1.0 can hold (section 2.2); what it cannot hold is spelled out."""
    return "".join(
        letter if _may_stand(ord(letter)) else f"[U+{ord(letter):04X}]" for letter in text
    )


def _may_stand(code: int) -> bool:
    if code < 0x20:
        return code in (0x9, 0xA, 0xD)
    return not (0xD800 <= code <= 0xDFFF or code in (0xFFFE, 0xFFFF))
