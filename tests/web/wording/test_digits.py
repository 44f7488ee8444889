"""Numbers are written with the reader's digits, and names keep theirs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawthiq.web.reader import Reader
from tawthiq.web.wording.digits import number, percent, plain, with_digits_of

EN, AR, AR_123 = Reader("en"), Reader("ar"), Reader("ar", latin_digits=True)


def test_thousands_stand_apart_in_each_language() -> None:
    assert number(1089, EN) == "1,089"
    assert number(1089, AR) == "١٬٠٨٩"
    assert number(1089, AR_123) == "1,089"


def test_a_year_is_not_grouped() -> None:
    assert plain(2019, EN) == "2019"
    assert plain(2019, AR) == "٢٠١٩"


def test_a_share_has_the_sign_of_its_digits() -> None:
    assert percent(271, 781, EN) == "35%"
    assert percent(271, 781, AR) == "٣٥٪"


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("4 مصادر مستقلة", "٤ مصادر مستقلة"),
        ("قُتل 1,089 مدنيًا، أي 45%", "قُتل ١٬٠٨٩ مدنيًا، أي ٤٥٪"),
        ("(معايير تسجيل الإصابات، ص 25)", "(معايير تسجيل الإصابات، ص ٢٥)"),
        ("من 26 نيسان/أبريل إلى 27 تموز/يوليو 2019", "من ٢٦ نيسان/أبريل إلى ٢٧ تموز/يوليو ٢٠١٩"),
        ("المعدل 4.5 ثم 7.", "المعدل ٤٫٥ ثم ٧."),
        ("الواقعة I055 في I055.7", "الواقعة I055 في I055.7"),
        ("اليوم 2019-07-22", "اليوم 2019-07-22"),
        ("انظر https://sn4hr.org/blog/2019/07/31/54091/ و3 غيرها",
         "انظر https://sn4hr.org/blog/2019/07/31/54091/ و٣ غيرها"),
        ("ما بين 37 و43", "ما بين ٣٧ و٤٣"),
        ("٣٧–٤٣", "٣٧–٤٣"),
    ],
)  # fmt: skip
def test_numbers_in_an_arabic_sentence_change_and_names_do_not(text: str, written: str) -> None:
    assert with_digits_of(text, AR) == written


def test_whoever_asked_for_123_gets_them_back() -> None:
    assert with_digits_of("٣٧–٤٣ من ١٬٠٨٩، أي ٤٫٥٪", AR_123) == "37–43 من 1,089، أي 4.5%"


def test_an_english_sentence_is_left_alone() -> None:
    assert with_digits_of("37 of 1,089", EN) == "37 of 1,089"


@given(st.integers(0, 10**9))
def test_a_number_written_in_arabic_reads_back_as_itself(value: int) -> None:
    assert int(number(value, AR).replace("٬", "")) == value


@given(st.text(max_size=60))
def test_changing_digits_twice_changes_nothing_more(text: str) -> None:
    once = with_digits_of(text, AR)
    assert with_digits_of(once, AR) == once
