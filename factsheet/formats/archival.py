"""PDF/UA-1 and PDF/A-3a in one file: what WeasyPrint's single `pdf_variant` leaves out.

WeasyPrint is told to write PDF/A-3a; the finisher adds PDF/UA's mark to the metadata, and mends the tags, the text of
glyphs and the list of attached files. It depends on how WeasyPrint 70 builds a file, so it raises when that changes.
"""

from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from factsheet.formats.glyph_texts import mend_texts
from factsheet.formats.structure import mend_structure

VARIANT = "pdf/a-3a"

# PDF/A admits a property of another standard only with the schema that describes it.
_PDFUA = b"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description></rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description></rdf:RDF>"""
_SEAM = b'</rdf:RDF>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'


def archival_options(attachment: bytes, *, name: str, moment: datetime) -> dict[str, Any]:
    """Return the options of WeasyPrint's `write_pdf` that make a file pass both profiles, `attachment` in it."""
    from weasyprint import Attachment  # noqa: PLC0415 -- costs 0.7 s, and needs Pango

    when = moment.astimezone(UTC)  # WeasyPrint writes "Z" after whatever it gets
    data = Attachment(
        string=attachment,
        name=name,
        description="The data of this sheet",
        created=when,
        modified=when,
        relationship="Data",
    )
    return {
        "pdf_variant": VARIANT,
        "attachments": [data],
        "xmp_metadata": [BytesIO(_PDFUA)],
        "finisher": finish,
    }


def finish(document: Any, pdf: Any) -> None:  # noqa: ANN401 -- WeasyPrint and pydyf are untyped
    """Complete a pydyf file before it is written."""
    mend_texts(document, pdf)
    _merge_metadata(pdf)
    _list_attachments_once(pdf)
    mend_structure(pdf)


def _merge_metadata(pdf: Any) -> None:  # noqa: ANN401 -- pydyf is untyped
    """Two `rdf:RDF` become one, or PDF/UA (clause 5) doesn't see its own mark."""
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])].stream
    if stream[0].count(_SEAM) != 1:
        raise AssertionError("the XMP packet is not shaped as WeasyPrint 70 shapes it")
    stream[0] = stream[0].replace(_SEAM, b"")


def _list_attachments_once(pdf: Any) -> None:  # noqa: ANN401 -- pydyf is untyped
    import pydyf  # noqa: PLC0415 -- with WeasyPrint

    pdf.catalog["AF"] = pydyf.Array(dict.fromkeys(pdf.catalog["AF"]))
