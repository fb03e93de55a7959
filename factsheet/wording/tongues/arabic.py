"""Arabic. Spans are worded ("from ... to"), since a dash between two numbers may be read either way."""

from typing import Final

from factsheet.wording.tongues.tongue import Case, Tongue

_DECADES: Final = (
    "",
    "",
    "عشرينيات",
    "ثلاثينيات",
    "أربعينيات",
    "خمسينيات",
    "ستينيات",
    "سبعينيات",
    "ثمانينيات",
    "تسعينيات",
)
_CENTURIES: Final = {
    15: "السادس عشر",
    16: "السابع عشر",
    17: "الثامن عشر",
    18: "التاسع عشر",
    19: "العشرين",
    20: "الحادي والعشرين",
}
_ORDINALS: Final = ("الأول", "الثاني", "الثالث", "الرابع")
_SEASONS: Final = ("ربيع", "صيف", "خريف", "شتاء")


def _name_decade(first: int, case: Case) -> str:
    del case
    decade, century = _DECADES[first // 10 % 10], _CENTURIES.get(first // 100, "")
    return f"{decade} القرن {century}" if decade and century else ""


ARABIC: Final = Tongue(
    locale="ar",
    eras={"": "{0}", "bc": "{0} قبل الميلاد", "ad": "{0} ميلادي", "long": "{0}"},
    years={
        "bare": "{year}",
        "governed": "عام {year}",
        "from": "عام {year}",
        "to": "عام {year}",
        "until": "عام {year}",
        "range": "عام {year}",
    },
    months={"bare": "{month} {year}"},
    month_forms={"bare": "format"},
    days={"bare": "{day} {month} {year}"},
    raw={"bare": "{0}"},
    seasons={
        "bare": {
            **{21 + number: f"{_SEASONS[number % 4]} عام {{year}}" for number in range(12)},
            **{33 + number: f"الربع {_ORDINALS[number]} من عام {{year}}" for number in range(4)},
            **{
                37 + number: f"الثلث {third} من عام {{year}}"
                for number, third in enumerate(("الأول", "الثاني", "الأخير"))
            },
            **{40 + number: f"النصف {_ORDINALS[number]} من عام {{year}}" for number in range(2)},
        }
    },
    decade=_name_decade,
    phrases={
        "about": "نحو {0}",
        "possibly": "ربما {0}",
        "possibly_about": "ربما نحو {0}",
        "about_span": "{0} تقريبًا",
        "about_end": "نحو {0}",
        "uncertain_end": "{0} (غير مؤكد)",
        "uncertain_about_end": "نحو {0} (غير مؤكد)",
        "from_to": "من {0} إلى {1}",
        "from_on": "ابتداءً من {0}",
        "from_about_on": "ابتداءً من نحو {0}",
        "until": "حتى {0}",
        "until_about": "حتى نحو {0}",
        "end_unknown": "من {0}، وتاريخ الانتهاء غير معروف",
        "start_unknown": "حتى {0}، وتاريخ البدء غير معروف",
        "no_start": "تاريخ البدء غير محدد",
        "no_end": "تاريخ الانتهاء غير محدد",
        "unknown_start": "تاريخ البدء غير معروف",
        "unknown_end": "تاريخ الانتهاء غير معروف",
        "between_years": "بين عامي {0} و{1}",
        "between": "بين {0} و{1}",
        "between_days": "بين {0} و{1} {2}",
        "on_or_after": "{0} أو بعده",
        "on_or_before": "{0} أو قبله",
        "or_later": "{0} أو بعده",
        "or_earlier": "{0} أو قبله",
        "and_later": "{0} وما بعده",
        "and_earlier": "{0} وما قبله",
        "years_or": "{0}",
        "years_and": "{0}",
        "span": "من {0} إلى {1}",
        "short_span": "من {0} إلى {1}",
        "some_month": "{0} (دون تحديد الشهر)",
        "some_day": "{0} (دون تحديد اليوم)",
        "some_day_of_year": "{0} (دون تحديد اليوم والشهر)",
        "any_month": "شهر غير محدد",
        "any_day": "يوم غير محدد",
        "in_decade": "{0}، {1}",
        "in_years": "{0}، {1}",
        "year_unknown": "عام غير معروف",
        "no_year": "{0}، عام غير معروف",
        "masked": "{0} (X رقم غير معروف)",
        "rounded": "نحو {0} ({1})",
        "north": "{0} (نصف الكرة الشمالي)",
        "south": "{0} (نصف الكرة الجنوبي)",
        "note": "{0} ({1})",
        "note_?": "غير مؤكد: {0}",
        "note_~": "تقريبي: {0}",
        "note_%": "تقريبي وغير مؤكد: {0}",
        "note_separator": "؛ ",
        "year": "العام",
        "season": "الفصل",
        "month": "الشهر",
        "day": "اليوم",
        "at_time": "{0}، الساعة {1}",
    },
    amounts={
        "about": "نحو {0}",
        "at least": "ما لا يقل عن {0}",
        "at most": "ما لا يزيد على {0}",
        "range": "من {0} إلى {1}",
        "about range": "نحو {0} إلى {1}",
        "best": "{0}، وأفضل تقدير {1}",
        "several": "عدة",
        "tens": "العشرات",
        "dozens": "العشرات",
        "hundreds": "المئات",
        "thousands": "الآلاف",
    },
    more_than=lambda _, shown: f"أكثر من {shown}",
    fewer_than=lambda _, shown: f"أقل من {shown}",
)
