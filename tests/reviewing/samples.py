"""A small publication, an article made up for these tests, and a draft of it written out by hand."""

from factsheet.encoding import digest_bytes

SITE = "title: The desk file\npublisher: The Desk\nlanguages: en\n"
GAZETTE = "title: Gazette\npublisher: Gazette\nclass: media\npublished: 2024-01-02\nurl: unknown\n"
FILES = {"content/site.yaml": SITE, "content/sources/gazette.yaml": GAZETTE}

TEXT = """\
The Red Hill Brigade (RHB) attacked Marra on Monday.
Its leader, Omar Said, said at least 30 soldiers were killed.
The brigade was formed in 2012 by the Old Guard."""

_ITEMS = """\
items:
  - item: source-1
    kind: source
    id: daily-2024-05-07
    confidence: high
    why: the article itself
    print: aaaa000000000000
    record: {title: Attack on Marra, publisher: The Daily, class: media, published: 2024-05-07, url: unknown}
    evidence:
      - {at: /title, rule: given}
      - {at: /publisher, rule: given}
      - {at: /class, rule: given}
      - {at: /published, rule: given}
      - {at: /url, rule: given}
  - item: group-1
    kind: group
    id: red-hill-brigade
    confidence: high
    why: paren-acronym
    print: aaaa000000000001
    record:
      name: Red Hill Brigade
      short: RHB
      type: armed-group
      founded: 2012
      lineage: [{type: split, groups: [old-guard]}]
      as_of: 2024-05-07
    evidence:
      - {at: /name, rule: context, start: 4, end: 20, quote: Red Hill Brigade, sentence: [0, 52]}
      - {at: /short, rule: paren-acronym, start: 22, end: 25, quote: RHB, sentence: [0, 52]}
      - {at: /type, rule: type-of-head-noun, start: 4, end: 20, quote: Red Hill Brigade, sentence: [0, 52]}
      - {at: /founded, rule: year, start: 138, end: 145, quote: in 2012, sentence: [115, 163]}
      - {at: /lineage/0/type, rule: formed-by, start: 131, end: 137, quote: formed, sentence: [115, 163]}
      - {at: /lineage/0/groups/0, rule: formed-by, start: 153, end: 162, quote: Old Guard, sentence: [115, 163]}
      - {at: /as_of, rule: day-of-publication}
  - item: group-2
    kind: group
    id: old-guard
    confidence: medium
    why: capitals
    print: aaaa000000000002
    record: {name: Old Guard, type: armed-group, as_of: 2024-05-07}
    evidence:
      - {at: /name, rule: context, start: 153, end: 162, quote: Old Guard, sentence: [115, 163]}
      - {at: /type, rule: context, start: 153, end: 162, quote: Old Guard, sentence: [115, 163]}
      - {at: /as_of, rule: day-of-publication}
  - item: person-1
    kind: person
    id: omar-said
    confidence: high
    why: role-before-name
    print: aaaa000000000003
    record: {name: Omar Said}
    evidence:
      - {at: /name, rule: role-before-name, start: 65, end: 74, quote: Omar Said, sentence: [53, 114]}
    notes:
      - {at: role, rule: role-before-name, start: 57, end: 63, quote: leader, sentence: [53, 114]}
  - item: place-1
    kind: place
    id: marra
    confidence: high
    why: locative
    print: aaaa000000000004
    record: {name: Marra, type: city}
    evidence:
      - {at: /name, rule: locative, start: 36, end: 41, quote: Marra, sentence: [0, 52]}
      - {at: /type, rule: locative, start: 36, end: 41, quote: Marra, sentence: [0, 52]}
  - item: event-1
    kind: event
    id: attack-2024-05-06
    confidence: low
    why: trigger-word
    print: aaaa000000000005
    record: {name: Attack on Marra, type: offensive, when: 2024-05-06, places: [marra], participants: red-hill-brigade,
      as_of: 2024-05-07}
    evidence:
      - {at: /name, rule: head, start: 27, end: 41, quote: attacked Marra, sentence: [0, 52]}
      - {at: /type, rule: trigger-word, start: 27, end: 35, quote: attacked, sentence: [0, 52]}
      - {at: /when, rule: weekday, start: 45, end: 51, quote: Monday, sentence: [0, 52], anchor: published}
      - {at: /places/0, rule: named-in-sentence, start: 36, end: 41, quote: Marra, sentence: [0, 52]}
      - {at: /participants, rule: named-in-sentence, start: 4, end: 20, quote: Red Hill Brigade, sentence: [0, 52]}
      - {at: /as_of, rule: day-of-publication}
  - item: claim-1
    kind: claim
    id: omar-said-30-soldiers
    confidence: high
    why: say-verb
    print: aaaa000000000006
    missing: [said]
    record:
      about: [attack-2024-05-06]
      claimant: omar-said
      covers: 2024-05-06
      figures: [{value: at least 30, unit: killed, of: soldiers}]
      cite: {source: daily-2024-05-07}
    evidence:
      - {at: /about, rule: same-article}
      - {at: /claimant, rule: say-verb, start: 65, end: 74, quote: Omar Said, sentence: [53, 114]}
      - {at: /covers, rule: event-day, anchor: event-1}
      - {at: /figures/0/value, rule: number, start: 81, end: 92, quote: at least 30, sentence: [53, 114]}
      - {at: /figures/0/unit, rule: verb-beside-number, start: 107, end: 113, quote: killed, sentence: [53, 114]}
      - {at: /figures/0/of, rule: counted-noun, start: 93, end: 101, quote: soldiers, sentence: [53, 114]}
      - {at: /cite/source, rule: the-article}
"""

DRAFT = (
    "draft: 1\ntool: test\nextractor: rules\n"
    f'article: {{path: a.txt, published: "2024-05-07", basis: given, sha256: "{digest_bytes(TEXT.encode())}"}}\n'
    "warnings:\n  - {code: mixed-script, start: 65, end: 74, quote: Omar Said, note: for this test}\n"
    f"{_ITEMS}text:\n" + "".join(f'  - "{line}"\n' for line in TEXT.split("\n"))
)

LOOSE = (
    "  - {code: model-quote, at: /3/slots/claimant, quote: the widows, note: not found in the text}\n"
    '  - {code: hidden-mark, start: 52, end: 53, quote: "\\n", note: a mark between two sentences}\n'
)
"""Warnings that no item rests on: one without a place in the text, one where nothing was found."""
WARNED = DRAFT.replace("items:\n", f"{LOOSE}items:\n", 1)
