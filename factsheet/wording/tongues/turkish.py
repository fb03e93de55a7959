"""Turkish. Words such as "tarih" and "yıl" carry the case endings, so that no number needs one."""

from typing import Final

from factsheet.wording.tongues.tongue import Case, Tongue

_BACK_TENS: Final = (10, 30, 40, 60, 90)
_ABLATIVES: Final = ("dan", "den", "den", "ten", "ten", "ten", "dan", "den", "den", "dan")
_ABLATIVES_OF_TENS: Final = ("", "dan", "den", "dan", "tan", "den", "tan", "ten", "den", "dan")
_ORDINALS: Final = ("birinci", "ikinci", "üçüncü", "dördüncü")
_MILLION_PLACES: Final = (6, 7, 8)


def _name_decade(first: int, case: Case) -> str:
    is_back = first % 100 in _BACK_TENS
    ending = {"from": "dan" if is_back else "den", "to": "a" if is_back else "e", "until": "a" if is_back else "e"}
    return f"{first}'{'lar' if is_back else 'ler'}{ending.get(case, '')}" if first % 100 else ""


def add_ablative(digits: str, shown: str) -> str:
    """Return a number with the ablative ending its last spoken word asks for: 5'ten, 400'den, 1.000.000'dan."""
    whole = digits.rpartition(".")[2]
    zeros = len(whole) - len(whole.rstrip("0"))
    if not whole.strip("0"):
        ending = "dan"
    elif zeros == 0:
        ending = _ABLATIVES[int(whole[-1])]
    elif zeros == 1:
        ending = _ABLATIVES_OF_TENS[int(whole[-2])]
    else:
        ending = "dan" if zeros in _MILLION_PLACES or zeros > _MILLION_PLACES[-1] else "den"
    return f"{shown}'{ending}"


def _inflect(season: str, quarter: str, third: str, half: str) -> dict[int, str]:
    stems = ("ilkbahar", "yaz", "sonbahar", "kış")
    return {
        **{21 + n: f"{{year}} {stems[n % 4]}{season}" for n in range(12)},
        **{33 + n: f"{{year}} yılının {_ORDINALS[n]} {quarter}" for n in range(4)},
        **{37 + n: f"{{year}} yılının {_ORDINALS[n]} {third}" for n in range(3)},
        **{40 + n: f"{{year}} yılının {('ilk', 'ikinci')[n]} {half}" for n in range(2)},
    }


_DATIVE: Final = _inflect("ına", "çeyreğine", "dört aylık dönemine", "yarısına")

TURKISH: Final = Tongue(
    locale="tr",
    eras={"": "{0}", "bc": "MÖ {0}", "ad": "MS {0}", "long": "{0}"},
    years={"bare": "{year}", "from": "{year} yılından", "to": "{year} yılına", "until": "{year} yılına"},
    months={
        "bare": "{month} {year}",
        "from": "{year} {month} ayından",
        "to": "{year} {month} ayına",
        "until": "{year} {month} ayına",
    },
    month_forms={"bare": "format"},
    days={
        "bare": "{day} {month} {year}",
        "from": "{day} {month} {year} tarihinden",
        "to": "{day} {month} {year} tarihine",
        "until": "{day} {month} {year} tarihine",
    },
    raw={"bare": "{0}", "from": "{0} tarihinden", "to": "{0} tarihine", "until": "{0} tarihine"},
    seasons={
        "bare": _inflect("ı", "çeyreği", "dört aylık dönemi", "yarısı"),
        "from": _inflect("ından", "çeyreğinden", "dört aylık döneminden", "yarısından"),
        "to": _DATIVE,
        "until": _DATIVE,
    },
    decade=_name_decade,
    phrases={
        "about": "{0} civarı",
        "possibly": "{0} (kesin değil)",
        "possibly_about": "{0} civarı (kesin değil)",
        "about_span": "{0} civarı",
        "about_end": "yaklaşık {0}",
        "uncertain_end": "{0} (kesin değil)",
        "uncertain_about_end": "yaklaşık {0} (kesin değil)",
        "from_to": "{0} {1} kadar",
        "from_on": "{0} itibaren",
        "from_about_on": "yaklaşık {0} itibaren",
        "until": "{0} kadar",
        "until_about": "yaklaşık {0} kadar",
        "end_unknown": "{0} itibaren, bitişi bilinmiyor",
        "start_unknown": "{0} kadar, başlangıcı bilinmiyor",
        "no_start": "başlangıcı belirtilmemiş",
        "no_end": "bitişi belirtilmemiş",
        "unknown_start": "başlangıcı bilinmiyor",
        "unknown_end": "bitişi bilinmiyor",
        "between_years": "{0} ile {1} arası",
        "between": "{0} ile {1} arası",
        "between_days": "{0} ile {1} {2} arası",
        "on_or_after": "{0} veya sonrası",
        "on_or_before": "{0} veya öncesi",
        "or_later": "{0} veya sonrası",
        "or_earlier": "{0} veya öncesi",
        "and_later": "{0} ve sonrası",
        "and_earlier": "{0} ve öncesi",
        "years_or": "{0}",
        "years_and": "{0}",
        "span": "{0} – {1}",
        "short_span": "{0}–{1}",
        "some_month": "{0} (ay belirtilmemiş)",
        "some_day": "{0} (gün belirtilmemiş)",
        "some_day_of_year": "{0} (gün ve ay belirtilmemiş)",
        "any_month": "ay belirtilmemiş",
        "any_day": "gün belirtilmemiş",
        "in_decade": "{0}, {1}",
        "in_years": "{0}, {1}",
        "year_unknown": "yılı bilinmiyor",
        "no_year": "{0}, yılı bilinmiyor",
        "masked": "{0} (X: bilinmeyen rakam)",
        "rounded": "{0} civarı ({1})",
        "north": "{0} (Kuzey Yarımküre)",
        "south": "{0} (Güney Yarımküre)",
        "note": "{0} ({1})",
        "note_?": "{0} kesin değil",
        "note_~": "{0} yaklaşık",
        "note_%": "{0} yaklaşık ve kesin değil",
        "note_separator": "; ",
        "year": "yıl",
        "season": "mevsim",
        "month": "ay",
        "day": "gün",
        "at_time": "{0}, {1}",
    },
    amounts={
        "about": "yaklaşık {0}",
        "at least": "en az {0}",
        "at most": "en fazla {0}",
        "range": "{0} ila {1}",
        "about range": "yaklaşık {0} ila {1}",
        "best": "{0}, en iyi tahmin {1}",
        "several": "birkaç",
        "tens": "onlarca",
        "dozens": "onlarca",
        "hundreds": "yüzlerce",
        "thousands": "binlerce",
    },
    more_than=lambda digits, shown: f"{add_ablative(digits, shown)} fazla",
    fewer_than=lambda digits, shown: f"{add_ablative(digits, shown)} az",
)
