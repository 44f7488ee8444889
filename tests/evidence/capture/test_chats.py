"""Exported chats keep who, when and with which file, in Arabic as in English."""

from __future__ import annotations

import json
from pathlib import Path

from tests.evidence.capture.arrivals import checks, only, outcome, recognised

from tawthiq.evidence.capture.finding import Outcome, Tool
from tawthiq.evidence.sandbox.sandbox import Sandbox

ANDROID = """\
14/05/2019, 10:12 - Messages and calls are end-to-end encrypted.
14/05/2019, 10:13 - Layla Example: They hit the market
and the street behind it: all of it
14/05/2019, 10:14 - Layla Example: IMG-20190514-WA0001.jpg (file attached)
the north side
14/05/2019, 10:15 - Omar Example: <Media omitted>
"""
ARABIC = """\
\u200f١٤‏/٥‏/٢٠١٩، ١٠:١٢ ص - ليلى مثال: قصفوا السوق
\u200f١٤‏/٥‏/٢٠١٩، ١٠:١٤ ص - ليلى مثال: \u200fIMG-20190514-WA0001.jpg (الملف مرفق)
\u200f١٤‏/٥‏/٢٠١٩، ٨:١٩ م - عمر مثال: <تم استبعاد الوسائط>
"""
APPLE = """\
[14.05.19, 10:12:33] Layla Example: They hit the market
\u200e[14.05.19, 10:14:01] Layla Example: \u200e<attached: 00000002-PHOTO-2019-05-14-10-14-01.jpg>
\u200e[14.05.19, 20:19:05] عمر مثال: \u200e<المُرفق: 00000003-VIDEO-2019-05-14.mp4>
"""


def test_a_chat_of_android_is_read_with_its_files(sandbox: Sandbox, tmp_path: Path) -> None:
    files = {"WhatsApp Chat with Layla.txt": ANDROID.encode(), "IMG-20190514-WA0001.jpg": b"a"}
    chat = only(recognised(sandbox, tmp_path, files), Tool.WHATSAPP)
    assert chat.files == ("WhatsApp Chat with Layla.txt", "IMG-20190514-WA0001.jpg")
    notice, words, photo, omitted = chat.messages
    assert notice.who is None
    assert (words.who, words.when) == ("Layla Example", "2019-05-14T10:13:00")
    assert words.text == "They hit the market\nand the street behind it: all of it"
    assert photo.attached == ("IMG-20190514-WA0001.jpg",)
    assert omitted.left_out and not words.left_out
    assert outcome(chat, "chat.files") is Outcome.HOLDS
    assert outcome(chat, "chat.left-out") is Outcome.NOT_FOUND_OUT
    assert any("time zone" in one.en for one in chat.not_proved)


def test_a_chat_of_a_telephone_set_to_arabic_is_read(sandbox: Sandbox, tmp_path: Path) -> None:
    chat = only(recognised(sandbox, tmp_path, {"دردشة.txt": ARABIC.encode()}), Tool.WHATSAPP)
    assert [one.who for one in chat.messages] == ["ليلى مثال", "ليلى مثال", "عمر مثال"]
    assert [one.when for one in chat.messages] == [
        "2019-05-14T10:12:00",
        "2019-05-14T10:14:00",
        "2019-05-14T20:19:00",
    ]
    assert chat.missing == ("IMG-20190514-WA0001.jpg",)
    assert chat.messages[2].left_out
    assert outcome(chat, "chat.files") is Outcome.NOT_FOUND_OUT


def test_a_chat_of_an_iphone_is_read(sandbox: Sandbox, tmp_path: Path) -> None:
    chat = only(recognised(sandbox, tmp_path, {"_chat.txt": APPLE.encode()}), Tool.WHATSAPP)
    assert [one.when for one in chat.messages] == [
        "2019-05-14T10:12:33",
        "2019-05-14T10:14:01",
        "2019-05-14T20:19:05",
    ]
    assert chat.missing == (
        "00000002-PHOTO-2019-05-14-10-14-01.jpg",
        "00000003-VIDEO-2019-05-14.mp4",
    )


def test_a_chat_whose_dates_have_two_readings_keeps_them_as_written(
    sandbox: Sandbox, tmp_path: Path
) -> None:
    chat = only(
        recognised(sandbox, tmp_path, {"a.txt": b"3/5/19, 10:12 - Layla: yes"}), Tool.WHATSAPP
    )
    assert outcome(chat, "chat.dates") is Outcome.NOT_FOUND_OUT
    assert (chat.messages[0].when, chat.messages[0].written) == (None, "3/5/19, 10:12")


def test_a_text_that_is_no_chat_is_nothing_here(sandbox: Sandbox, tmp_path: Path) -> None:
    files = {"notes.txt": b"On 14/05/2019, 10:12 - they came", "empty.txt": b""}
    assert recognised(sandbox, tmp_path, files) == []


def message(number: int, **more: object) -> dict[str, object]:
    usual = {"type": "message", "from": "Layla", "from_id": "user1", "text": ""}
    return {"id": number, "date": "2019-05-14T10:12:00", **usual, **more}


TELEGRAM = {
    "name": "Market channel",
    "type": "public_channel",
    "messages": [
        {**message(1), "type": "service", "action": "create_channel"},
        message(2, text=["They hit ", {"type": "bold", "text": "the market"}]),
        message(3, photo="photos/photo_1.jpg", date_unixtime="1557828720"),
        message(4, file="(File not included. Change data exporting settings to download.)"),
        message(5, text="seen", forwarded_from="Omar"),
    ],
}


def test_a_telegram_export_is_read_with_its_files(sandbox: Sandbox, tmp_path: Path) -> None:
    files = {"Chat/result.json": json.dumps(TELEGRAM).encode(), "Chat/photos/photo_1.jpg": b"a"}
    chat = only(recognised(sandbox, tmp_path, files), Tool.TELEGRAM)
    assert chat.files == ("Chat/result.json", "Chat/photos/photo_1.jpg")
    service, words, photo, absent, passed_on = chat.messages
    assert (service.who, service.text) == (None, "create_channel")
    assert (words.who, words.text) == ("Layla", "They hit the market")
    assert words.when == "2019-05-14T10:12:00"
    assert photo.when == "2019-05-14T10:12:00+00:00"
    assert absent.left_out
    assert passed_on.text == "[Omar] seen"
    assert chat.claims[0].value == "Market channel public_channel"


def test_an_account_of_several_chats_is_read_whole(sandbox: Sandbox, tmp_path: Path) -> None:
    account = {"about": "…", "chats": {"list": [TELEGRAM, TELEGRAM]}}
    files = {"result.json": json.dumps(account).encode()}
    chat = only(recognised(sandbox, tmp_path, files), Tool.TELEGRAM)
    assert (len(chat.messages), len(chat.claims)) == (10, 2)


PAGE = """<html><body><div class="page_header"><div class="content">
<div class="text bold">Market channel</div></div></div>
<div class="message service" id="message-1"><div class="body details">14 May 2019</div></div>
<div class="message default clearfix" id="message2"><div class="body">
 <div class="pull_right date details" title="14.05.2019 10:12:33 UTC+03:00">10:12</div>
 <div class="from_name">Layla &amp; Omar</div>
 <div class="text">They hit <strong>the market</strong><br>and the street</div></div></div>
<div class="message default clearfix joined" id="message3"><div class="body">
 <div class="pull_right date details" title="14.05.2019 10:13:00 UTC+03:00">10:13</div>
 <div class="reply_to details">In reply to <a href="#go_to_message2">this</a></div>
 <div class="media_wrap clearfix"><a class="photo_wrap" href="photos/photo_1.jpg"><img></a></div>
 </div></div>
<div class="message default clearfix" id="message4"><div class="body">
 <div class="pull_right date details" title="14.05.2019 10:14:00 UTC+03:00">10:14</div>
 <div class="from_name">Omar</div>
 <div class="forwarded body"><div class="from_name">Nour
  <span class="date details" title="13.05.2019 09:00:00 UTC+03:00">13.05</span></div>
 <div class="text">seen <a href="https://example.org/">here</a></div></div></div></div>
</body></html>"""


def test_pages_of_telegram_are_read_as_one_chat(sandbox: Sandbox, tmp_path: Path) -> None:
    files = {
        "Chat/messages2.html": PAGE.encode(),
        "Chat/messages.html": PAGE.encode(),
        "Chat/photos/photo_1.jpg": b"a",
    }
    chat = only(recognised(sandbox, tmp_path, files), Tool.TELEGRAM)
    assert chat.files == ("Chat/messages.html", "Chat/messages2.html", "Chat/photos/photo_1.jpg")
    notice, words, photo, passed_on, *_ = chat.messages
    assert (notice.who, notice.text) == (None, "14 May 2019")
    assert (words.who, words.text) == ("Layla & Omar", "They hit the market\nand the street")
    assert words.when == "2019-05-14T10:12:33+03:00"
    assert (photo.who, photo.attached) == ("Layla & Omar", ("photos/photo_1.jpg",))
    assert (passed_on.who, passed_on.text) == ("Omar", "[Nour] seen here")
    assert passed_on.when == "2019-05-14T10:14:00+03:00"
    assert not any("time zone" in one.en for one in chat.not_proved)


def test_a_broken_export_says_so_and_nothing_else(sandbox: Sandbox, tmp_path: Path) -> None:
    cut = json.dumps(TELEGRAM).encode()[:-20]
    [chat] = recognised(sandbox, tmp_path, {"result.json": cut})
    assert (chat.messages, chat.tool) == ((), Tool.TELEGRAM)
    assert checks(chat, "chat.read")[0].outcome is Outcome.NOT_FOUND_OUT
