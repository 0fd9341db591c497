"""Months in words that can be two, or are of a calendar that is none of ours."""

from search.values.dates.doubtful_months import both_months, is_doubtful, of_another_era, one_or_the_other


def test_a_name_that_two_months_share_is_told_as_both() -> None:
    assert both_months("تشرين 2022") == ("تشرين الأول 2022", "تشرين الثاني 2022")
    assert both_months("كانون ٢٠٢٣") == ("كانون الأول 2023", "كانون الثاني 2023")
    assert both_months("ربيع 1445") == ("ربيع الأول 1445", "ربيع الآخر 1445")
    said = ("تشرين الأول 2022", "ربيع 2023", "mayo 2021", "")
    assert [words for words in said if both_months(words)] == [], "one of the two, a spring, another month"


def test_of_two_months_beside_each_other_neither_is_chosen() -> None:
    assert one_or_the_other("March or May 2021") == ("March 2021", "May 2021")
    assert one_or_the_other("marzo o mayo de 2021") == ("marzo 2021", "mayo de 2021")
    assert one_or_the_other("March 2021 in Libya or Tunisia") == one_or_the_other("March 2021") == ()


def test_a_month_of_bengal_or_nepal_is_one_of_ours_by_its_own_year_alone() -> None:
    told = {"Poush 1428": (2021, 12), "পৌষ ১৪২৮": (2021, 12), "Magh 1428": (2022, 1), "Baisakh 2080": (2023, 4)}
    assert {words: of_another_era(words) for words in told} == told
    assert [words for words in ("Poush 2021", "Poush", "March 1428") if of_another_era(words)] == []
    assert is_doubtful("Poush 1428")
    assert not is_doubtful("March 2021")
