"""``tawthiq evidence url``: a page is evidence, and that it could not be had is evidence too."""

from __future__ import annotations

import json

from tests.actions.sites import site

from .conftest import Run


def opened(run_anew: Run) -> None:
    titles = ("--title-en", "Spring", "--title-ar", "ربيع")
    assert run_anew("case", "open", "spring", *titles, "--by", "Layla").code == 0


def test_a_page_is_kept_and_sealed(run_anew: Run) -> None:
    opened(run_anew)
    with site() as here:
        ran = run_anew("evidence", "url", f"{here}/market", "--case", "spring", "--local",
                       "--by", "Layla", "--format", "json")  # fmt: skip
    assert ran.code == 0, ran.err
    told = json.loads(ran.out)
    assert (told["captured"], told["status"]) == (True, 200)
    assert told["answers"] > 5
    [item] = told["items"]
    assert item["name"].endswith(".warc.gz")
    assert run_anew("verify").code == 0


def test_a_page_that_is_gone_ends_with_1_and_is_kept(run_anew: Run) -> None:
    opened(run_anew)
    with site() as here:
        ran = run_anew("evidence", "url", f"{here}/gone", "--case", "spring", "--local")
        near = run_anew("evidence", "url", f"{here}/market", "--case", "spring", TAWTHIQ_LANG="ar")
    assert ran.code == 1
    assert "404" in ran.err and "E-000001" in ran.out
    assert near.code == 1
    assert "شبكتنا" in near.err and "E-000002" in near.out


def test_what_is_no_address_is_not_asked(run_anew: Run) -> None:
    opened(run_anew)
    ran = run_anew("evidence", "url", "ftp://a.example/", "--case", "spring")
    assert ran.code == 3 and "http://" in ran.err
    assert run_anew("evidence", "url", "http://a.example/", "--case", "none").code == 2
