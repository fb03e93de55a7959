"""Pages for the tests of the PDF format, with everything on them that a sheet's page may have."""

from datetime import UTC, datetime

from factsheet.formats.pdf import RenderedPdf, render_pdf

STYLE = """
@page { size: A4; margin: 22mm 18mm;
  @top-left { content: string(kind); font: 400 7.5pt "Factsheet Sans", "Factsheet Naskh" }
  @top-right { content: string(sheet) } @bottom-right { content: counter(page) " / " counter(pages) } }
html { font: 400 9.6pt/1.42 "Factsheet Serif", "Factsheet Naskh", "Factsheet Sans" }
html[dir=rtl] { font: 400 11pt/1.7 "Factsheet Naskh", "Factsheet Serif", "Factsheet Sans" }
h1 { font: 600 30pt/1.1 "Factsheet Display", "Factsheet Naskh"; string-set: sheet content() }
.kind { string-set: kind content() }
table { width: 100%; border-collapse: collapse; table-layout: fixed } tr { break-inside: avoid }
th, td { text-align: start; vertical-align: top } th { font: 600 8pt "Factsheet Sans", "Factsheet Naskh" }
figure { position: relative } .label { position: absolute; top: 0; font: 600 8pt "Factsheet Sans", "Factsheet Naskh" }
sup { font-size: 6.5pt } .plain { list-style: none } .facts > div { display: inline-block }
"""
MOMENT = datetime(2026, 7, 15, 9, 0, tzinfo=UTC)
SHEET = b'{"sheet":1,"id":"hts"}'


def page(body: str, *, language: str = "en", head: str = "") -> str:
    """Return an HTML page around `body`."""
    direction = "rtl" if language == "ar" else "ltr"
    return f"""<!doctype html><html lang="{language}" dir="{direction}"><head>
<meta charset="utf-8"><title>A sheet</title>
<meta name="author" content="The desk"><meta name="description" content="What it says">
<meta name="dcterms.created" content="2026-07-14T09:00:00Z">
<meta name="dcterms.modified" content="2026-07-15T09:00:00Z">
{head}</head><body><main>{body}</main></body></html>"""


def render(body: str, *, language: str = "en", style: str = STYLE) -> RenderedPdf:
    """Return the PDF of a page around `body`."""
    return render_pdf(
        page(body, language=language), stylesheets=(style,), sheet_json=SHEET, name="hts.json", moment=MOMENT
    )


ROWS = "".join(
    f'<tr><th scope="row">{year}</th><td>{{event}} <a href="#k">{{link}}</a></td></tr>' for year in range(60)
)
EVERYTHING = f"""<article><header><p class="kind">{{kind}}</p><h1>{{title}}</h1></header>
<p>{{text}} <strong>{{text}}</strong> <em>{{link}}</em> <s>{{link}}</s> <time datetime="2017-01-28">{{date}}</time>
<data value="12">12</data> <bdi>هيئة تحرير الشام</bdi> <a href="../groups/hts.html"><bdi>{{link}}</bdi></a>
<span lang="ru">Хайят Тахрир аш-Шам</span><sup><a href="#source-1">1</a>,<a href="#source-2"><b>2</b></a></sup></p>
<section id="k"><h2>{{link}}</h2><dl><dt>{{kind}}</dt><dd>{{date}}</dd><dt>{{link}}</dt><dd><p>{{text}}</p></dd></dl>
<dl class="facts"><div><dt>{{kind}}</dt><dd>{{date}}</dd></div> <div><dt>{{kind}}</dt><dd>{{date}}</dd></div></dl>
<ul><li>{{link}}<ul><li><p>{{text}}</p><p>{{text}}</p></li></ul></li></ul>
<ul class="plain"><li><p>{{text}}</p></li></ul>
<figure><svg viewBox="0 0 100 40" width="100" height="40" role="img"><title>{{link}}</title><path d="M0 0L100 40"
stroke="#000"/></svg><span class="label">{{link}}</span><figcaption>{{text}}</figcaption></figure>
<blockquote lang="ar" dir="rtl"><p>قال المتحدث أيضًا إنّ القوات انسحبت</p><footer><cite>سانا</cite></footer></blockquote>
<h3>{{link}}</h3><table><caption>{{link}}</caption><thead><tr><th scope="col">{{kind}}</th><th scope="col">{{link}}</th>
</tr></thead><tbody>{ROWS}</tbody></table></section>
<table><tbody><tr><th scope="row">{{kind}}</th><td>{{text}}</td></tr></tbody></table>
<ol><li id="source-1"><a href="https://example.org/a/very/long/address/that/breaks/over/lines"><cite>{{text}}</cite></a></li>
<li id="source-2">{{text}} ◦ ‣ → ✓ ✗</li></ol></article>"""
WORDS = {
    "en": {
        "kind": "Group",
        "title": "Hayʾat Taḥrīr al-Shām",
        "text": "It “announced” its founding — in Idlib, that is.",
        "link": "Founding",
        "date": "28 January 2017",
        "event": "Announced",
    },
    "ar": {
        "kind": "جماعة",
        "title": "هيئة تحرير الشام",
        "text": "أعلنت الهيئة رسميًّا تأسيسها في إدلب (عام 2017)، بإذن الله.",
        "link": "التأسيس",
        "date": "28 يناير 2017",
        "event": "أُعلن شيئًا فشيئًا",
    },
}


def everything(language: str) -> str:
    """Return a body of three pages with each construct that the templates use."""
    return EVERYTHING.format(**WORDS[language])
