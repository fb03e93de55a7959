"""The tags of a PDF, put right where the engine's own fall short of PDF/UA."""

import logging
from collections.abc import Mapping
from typing import Any

_IN_LISTS = ("/LI", "/L", "/Caption")
_LOGGER = logging.getLogger("weasyprint.tags")


def mend_structure(pdf: Any) -> None:  # noqa: ANN401 -- pydyf is untyped
    """Give table headers their direction, list items a body, links their areas; complain of pictures without words."""
    import pydyf  # noqa: PLC0415 -- with WeasyPrint

    elements = {
        o.reference: o for o in pdf.objects if isinstance(o, pydyf.Dictionary) and o.get("Type") == "/StructElem"
    }
    for element in elements.values():
        _join_terms(element, elements)
    for element in list(elements.values()):
        if element["S"] == "/TH":
            element["A"]["Scope"] = "/Column" if _is_in_head(element, elements) else "/Row"
        elif element["S"] == "/Figure" and not element.get("Alt"):
            _LOGGER.error("Image has no words: an <svg> needs a <title> in it, an <img> an alt")
        elif element["S"] == "/LI":
            _give_body(element, elements, pdf)
    for element in elements.values():
        if element["S"] == "/L":
            _keep_items_alone(element, elements)
    _gather_links(elements, pdf)


def _is_in_head(element: Mapping[str, Any], elements: Mapping[bytes, Mapping[str, Any]]) -> bool:
    """A header cell in a `thead` heads its column, any other its row."""
    while element["S"] not in {"/THead", "/Table"}:
        element = elements[element["P"]]
    return bool(element["S"] == "/THead")


def _join_terms(element: Any, elements: Mapping[bytes, Any]) -> None:  # noqa: ANN401 -- pydyf is untyped
    """A `div` in a `dl` is one item: its term is the label, what it says of the term the body."""
    if element["S"] != "/Div" or elements.get(element["P"], {}).get("S") != "/L":
        return
    element["S"] = "/LI"
    for kid in [elements[kid] for kid in element["K"] if kid in elements and elements[kid]["S"] == "/LI"]:
        kid["S"] = "/Lbl" if kid is elements[element["K"][0]] else "/LBody"
        for inner in [elements[each] for each in kid["K"] if each in elements and elements[each]["S"] == "/LBody"]:
            inner["S"] = "/Span" if kid["S"] == "/Lbl" else "/Div"


def _give_body(item: Any, elements: Mapping[bytes, Any], pdf: Any) -> None:  # noqa: ANN401 -- pydyf is untyped
    """A list item may hold a label and a body; WeasyPrint hangs paragraphs beside them."""
    import pydyf  # noqa: PLC0415 -- with WeasyPrint

    loose = [kid for kid in item["K"] if kid in elements and elements[kid]["S"] not in {"/Lbl", "/LBody"}]
    if not loose:
        return
    kids = pydyf.Array(loose)
    body = pydyf.Dictionary({"Type": "/StructElem", "S": "/LBody", "K": kids, "Pg": item["Pg"], "P": item.reference})
    pdf.add_object(body)
    for kid in loose:
        elements[kid]["P"] = body.reference
    item["K"] = pydyf.Array([*(kid for kid in item["K"] if kid not in loose), body.reference])


def _keep_items_alone(parent: Any, elements: Mapping[bytes, Any]) -> None:  # noqa: ANN401 -- pydyf is untyped
    """A list may hold items only: the space between two of them belongs to the first."""
    import pydyf  # noqa: PLC0415 -- with WeasyPrint

    kids = pydyf.Array()
    for kid in parent["K"]:
        last = elements.get(kids[-1]) if kids else None
        if elements[kid]["S"] in _IN_LISTS or last is None or last["S"] != "/LI":
            kids.append(kid)
            elements[kid]["P"] = parent.reference
        else:
            body = elements.get(last["K"][-1], last)
            body["K"].append(kid)
            elements[kid]["P"] = body.reference
    parent["K"] = kids


def _gather_links(elements: Mapping[bytes, Any], pdf: Any) -> None:  # noqa: ANN401 -- pydyf is untyped
    """The area of a link belongs to the link; WeasyPrint hangs it on the `span`, `bdi` or picture within."""
    owners = _object(_object(pdf.catalog["StructTreeRoot"], pdf)["ParentTree"], pdf)["Nums"]
    for element in elements.values():
        link = _link_around(element, elements)
        if link is None or link is element:
            continue
        for kid in [kid for kid in element["K"] if _is_area(kid, pdf)]:
            element["K"].remove(kid)
            link["K"].append(kid)
            number = _object(_object(kid, pdf)["Obj"], pdf)["StructParent"]
            owners[owners.index(number) + 1] = link.reference


def _link_around(element: Any, elements: Mapping[bytes, Any]) -> Any:  # noqa: ANN401 -- pydyf is untyped
    around: Any = element
    while around is not None and around["S"] != "/Link":
        around = elements.get(around["P"])
    return around


def _is_area(kid: bytes | int, pdf: Any) -> bool:  # noqa: ANN401 -- pydyf is untyped
    return isinstance(kid, bytes) and _object(kid, pdf).get("Type") == "/OBJR"


def _object(reference: Any, pdf: Any) -> Any:  # noqa: ANN401 -- pydyf is untyped
    return pdf.objects[int(reference.split()[0])]
