"""How each language writes days, hours, lengths and lists: read with one's own eyes, line by line."""

import datetime
import re

from babel import Locale

from i18n.locales import LOCALES
from i18n.offered_languages import offered
from i18n.written_forms import amount, clock, gregorian_day, gregorian_month, joined, length_of_time

# A day, the first day of a year, a month alone; seven in the morning, after noon, in the evening.
DAYS_AND_HOURS = {
    "en": ("12 March 2021", "1 January 2022", "March 2021", "7:05 am", "2:05 pm", "8:05 pm"),
    "es": ("12 de marzo de 2021", "1 de enero de 2022", "marzo de 2021", "7:05 a.m.", "2:05 p.m.", "8:05 p.m."),
    "ar": ("12 آذار/مارس 2021", "1 كانون الثاني/يناير 2022", "آذار/مارس 2021", "7:05 ص", "2:05 م", "8:05 م"),
    "fr": ("12 mars 2021", "1er janvier 2022", "mars 2021", "07:05", "14:05", "20:05"),
    "pt": ("12 de março de 2021", "1 de janeiro de 2022", "março de 2021", "07:05", "14:05", "20:05"),
    "ht": ("12 mas 2021", "1 janvye 2022", "mas 2021", "7:05 dimaten", "2:05 nan apremidi", "8:05 diswa"),
    "fa": ("12 مارچ 2021", "1 جنوری 2022", "مارچ 2021", "7:05", "14:05", "20:05"),
    "ps": ("12 مارچ 2021", "1 جنوري 2022", "مارچ 2021", "7:05", "14:05", "20:05"),
    "ur": ("12 مارچ 2021", "1 جنوری 2022", "مارچ 2021", "صبح 7:05 بجے", "دوپہر 2:05 بجے", "رات 8:05 بجے"),
    "bn": ("12 মার্চ 2021", "1 জানুয়ারি 2022", "মার্চ 2021", "সকাল 7:05", "দুপুর 2:05", "রাত 8:05"),
    "am": (
        "ማርች 12 ቀን 2021",
        "ጃንዋሪ 1 ቀን 2022",
        "ማርች 2021",
        "ከጠዋቱ 1:05 ሰዓት (07:05)",
        "ከቀኑ 8:05 ሰዓት (14:05)",
        "ከምሽቱ 2:05 ሰዓት (20:05)",
    ),
    "ti": (
        "12 መጋቢት 2021",
        "1 ጥሪ 2022",
        "መጋቢት 2021",
        "1:05 ናይ ንግሆ (07:05)",
        "8:05 ድሕሪ ቀትሪ (14:05)",
        "2:05 ናይ ምሸት (20:05)",
    ),
    "so": ("12 Maarso 2021", "1 Janaayo 2022", "Maarso 2021", "07:05", "14:05", "20:05"),
    "ru": ("12 марта 2021", "1 января 2022", "март 2021", "07:05", "14:05", "20:05"),
    "uk": ("12 березня 2021", "1 січня 2022", "березень 2021", "07:05", "14:05", "20:05"),
    "tr": ("12 Mart 2021", "1 Ocak 2022", "Mart 2021", "07:05", "14:05", "20:05"),
    "vi": ("12 tháng 3 năm 2021", "1 tháng 1 năm 2022", "tháng 3 năm 2021", "07:05", "14:05", "20:05"),
    "ku": ("12 adar 2021", "1 rêbendan/çile 2022", "adar 2021", "07:05", "14:05", "20:05"),
}

# Seconds, minutes, hours, days, weeks, months, years; metres and kilometres; two and four in a list.
LENGTHS_AND_LISTS = {
    "en": (
        "30 seconds",
        "10 minutes",
        "3 hours",
        "2 days",
        "5 weeks",
        "3 months",
        "2 years",
        "300 metres",
        "4.5 kilometres",
        "1 and 2",
        "1, 2, 3 and 4",
    ),
    "es": (
        "30 segundos",
        "10 minutos",
        "3 horas",
        "2 días",
        "5 semanas",
        "3 meses",
        "2 años",
        "300 metros",
        "4.5 kilómetros",
        "1 y 2",
        "1, 2, 3 y 4",
    ),
    "ar": (
        "30 ثانية",
        "10 دقائق",
        "3 ساعات",
        "يومان",
        "5 أسابيع",
        "3 أشهر",
        "سنتان",
        "300 متر",
        "4.5 كيلومتر",
        "1 و2",
        "1 و2 و3 و4",
    ),
    "fr": (
        "30 secondes",
        "10 minutes",
        "3 heures",
        "2 jours",
        "5 semaines",
        "3 mois",
        "2 ans",
        "300 mètres",
        "4,5 kilomètres",
        "1 et 2",
        "1, 2, 3 et 4",
    ),
    "pt": (
        "30 segundos",
        "10 minutos",
        "3 horas",
        "2 dias",
        "5 semanas",
        "3 meses",
        "2 anos",
        "300 metros",
        "4,5 quilômetros",
        "1 e 2",
        "1, 2, 3 e 4",
    ),
    "ht": (
        "30 segonn",
        "10 minit",
        "3 èdtan",
        "2 jou",
        "5 semèn",
        "3 mwa",
        "2 lane",
        "300 mèt",
        "4,5 kilomèt",
        "1 ak 2",
        "1, 2, 3 ak 4",
    ),
    "fa": (
        "30 ثانیه",
        "10 دقیقه",
        "3 ساعت",
        "2 روز",
        "5 هفته",
        "3 ماه",
        "2 سال",
        "300 متر",
        "4.5 کیلومتر",
        "1 و 2",
        "1، 2، 3 و 4",
    ),
    "ps": (
        "30 ثانیې",
        "10 دقیقې",
        "3 ساعته",
        "2 ورځې",
        "5 اونۍ",
        "3 مياشتې",
        "2 کالونه",
        "300 متره",
        "4,5 کيلومتره",
        "1 او 2",
        "1، 2، 3 او 4",
    ),
    "ur": (
        "30 سیکنڈ",
        "10 منٹ",
        "3 گھنٹے",
        "2 دن",
        "5 ہفتے",
        "3 مہینے",
        "2 سال",
        "300 میٹر",
        "4.5 کلومیٹر",
        "1 اور 2",
        "1، 2، 3 اور 4",
    ),
    "bn": (
        "30 সেকেন্ড",
        "10 মিনিট",
        "3 ঘণ্টা",
        "2 দিন",
        "5 সপ্তাহ",
        "3 মাস",
        "2 বছর",
        "300 মিটার",
        "4.5 কিলোমিটার",
        "1 ও 2",
        "1, 2, 3 ও 4",
    ),
    "am": (
        "30 ሰከንድ",
        "10 ደቂቃ",
        "3 ሰዓት",
        "2 ቀን",
        "5 ሳምንት",
        "3 ወር",
        "2 ዓመት",
        "300 ሜትር",
        "4.5 ኪሎሜትር",
        "1 እና 2",
        "1፣ 2፣ 3 እና 4",
    ),
    "ti": (
        "30 ሴኮንድ",
        "10 ደቒቓታት",
        "3 ሰዓታት",
        "2 መዓልታት",
        "5 ሰሙናት",
        "3 ኣዋርሕ",
        "2 ዓመታት",
        "300 ሜትር",
        "4.5 ኪሎ ሜትር",
        "1 ከምኡውን 2",
        "1፣ 2፣ 3 ከምኡውን 4",
    ),
    "so": (
        "30 ilbiriqsi",
        "10 daqiiqo",
        "3 saacadood",
        "2 maalmood",
        "5 toddobaadyo",
        "3 bilood",
        "2 sano",
        "300 mitir",
        "4.5 kiilo mitir",
        "1 iyo 2",
        "1, 2, 3 iyo 4",
    ),
    "ru": (
        "30 секунд",
        "10 минут",
        "3 часа",
        "2 дня",
        "5 недель",
        "3 месяца",
        "2 года",
        "300 метров",
        "4,5 километра",
        "1 и 2",
        "1, 2, 3 и 4",
    ),
    "uk": (
        "30 секунд",
        "10 хвилин",
        "3 години",
        "2 дні",
        "5 тижнів",
        "3 місяці",
        "2 роки",
        "300 метрів",
        "4,5 кілометра",
        "1 і 2",
        "1, 2, 3 і 4",
    ),
    "tr": (
        "30 saniye",
        "10 dakika",
        "3 saat",
        "2 gün",
        "5 hafta",
        "3 ay",
        "2 yıl",
        "300 metre",
        "4,5 kilometre",
        "1 ve 2",
        "1, 2, 3 ve 4",
    ),
    "vi": (
        "30 giây",
        "10 phút",
        "3 giờ",
        "2 ngày",
        "5 tuần",
        "3 tháng",
        "2 năm",
        "300 mét",
        "4,5 kilômét",
        "1 và 2",
        "1, 2, 3 và 4",
    ),
    "ku": (
        "30 saniye",
        "10 deqîqe",
        "3 saet",
        "2 roj",
        "5 hefte",
        "3 meh",
        "2 sal",
        "300 metre",
        "4,5 kîlometre",
        "1 û 2",
        "1, 2, 3 û 4",
    ),
}

_SPANS = [
    datetime.timedelta(seconds=30),
    datetime.timedelta(minutes=10),
    datetime.timedelta(hours=3),
    datetime.timedelta(days=2),
    datetime.timedelta(weeks=5),
    datetime.timedelta(days=100),
    datetime.timedelta(days=900),
]


def test_each_language_writes_days_and_hours_as_its_readers_do() -> None:
    day, new_year, month = datetime.date(2021, 3, 12), datetime.date(2022, 1, 1), datetime.date(2021, 3, 1)
    hours = [datetime.datetime(2021, 3, 12, hour, 5, tzinfo=datetime.UTC) for hour in (7, 14, 20)]
    for row in LOCALES:
        assert row.tag in DAYS_AND_HOURS, f"write how {row.tag} writes days and hours"
        days = (gregorian_day(row.tag, day), gregorian_day(row.tag, new_year), gregorian_month(row.tag, month))
        told = (*days, *(with_plain_spaces(clock(row.tag, hour)) for hour in hours))
        assert told == DAYS_AND_HOURS[row.tag], row.tag


def test_each_language_writes_lengths_and_lists_in_its_own_words() -> None:
    for row in LOCALES:
        assert row.tag in LENGTHS_AND_LISTS, f"write how {row.tag} writes lengths and lists"
        spans = [length_of_time(row.tag, span) for span in _SPANS]
        ways = [amount(row.tag, 300, "meter"), amount(row.tag, 4.5, "kilometer")]
        lists = [joined(row.tag, ["1", "2"]), joined(row.tag, ["1", "2", "3", "4"])]
        assert tuple(map(with_plain_spaces, (*spans, *ways, *lists))) == LENGTHS_AND_LISTS[row.tag], row.tag
        assert joined(row.tag, []) == ""
        assert joined(row.tag, ["100 %(a)s"]) == "100 %(a)s"


def test_hours_that_are_counted_from_six_name_the_part_of_the_day_and_the_clock_of_phones() -> None:
    told = [clock("am", datetime.datetime(2021, 3, 12, hour, 0, tzinfo=datetime.UTC)) for hour in (0, 6, 12, 18)]
    assert told == ["ከሌሊቱ 6:00 ሰዓት (00:00)", "ከጠዋቱ 12:00 ሰዓት (06:00)", "ከቀኑ 6:00 ሰዓት (12:00)", "ከምሽቱ 12:00 ሰዓት (18:00)"]


def with_plain_spaces(words: str) -> str:
    return words.replace("\u202f", " ").replace("\xa0", " ")


def test_no_language_is_shown_the_months_of_the_one_that_was_read_before() -> None:
    """Babel keeps an alias as it was resolved first, for all languages that share it."""
    assert Locale.parse("he").months["stand-alone"]["wide"][3]
    for row in offered():
        assert not re.search("[\u0590-\u05ff]", gregorian_month(row.tag, datetime.date(2021, 3, 1))), row.tag
