"""`notesite vcard`."""

from pathlib import Path

import vobject

from tests.notebooks import call, files_of, write_notes

NOTES = {
    "notes/contacts/giulia.md": (
        "---\nname: Giulia Rossi\ntags: [data/lake]\nphone: 055 012\nprivate: [phone]\n---\n"
    ),
    "notes/contacts/kenji.md": "---\nname: Kenji Watanabe\naliases: [Ken]\ntags: [data]\n---\n",
    "notes/contacts/ana.md": "---\nname: Ana Pérez\ntags: [data]\nprivate: true\n---\n",
}


def names_in(text: str) -> list[str]:
    return [each.fn.value for each in vobject.readComponents(text)]


def test_a_card_is_printed_by_name_alias_or_file(tmp_path: Path) -> None:
    write_notes(tmp_path, NOTES)
    ran = call("vcard", "ken", "giulia", "Kenji Watanabe", cwd=tmp_path)
    assert ran.code == 0
    assert names_in(ran.out) == ["Kenji Watanabe", "Giulia Rossi"]
    assert "055" not in ran.out


def test_the_cards_of_a_tag_are_written_without_those_who_are_private(tmp_path: Path) -> None:
    write_notes(tmp_path, NOTES)
    ran = call("vcard", "--tag", "#Data", "-o", "data.vcf", cwd=tmp_path)
    assert (ran.code, ran.out) == (0, "2 cards in data.vcf\n")
    text = (tmp_path / "data.vcf").read_bytes().decode()
    assert sorted(names_in(text)) == ["Giulia Rossi", "Kenji Watanabe"]
    assert text.count("\n") == text.count("\r\n")
    assert call("vcard", "Ana Pérez", "-o", "data.vcf", cwd=tmp_path).code == 0
    assert names_in((tmp_path / "data.vcf").read_text()) == ["Ana Pérez"]


def test_only_a_card_file_is_written_over(tmp_path: Path) -> None:
    write_notes(tmp_path, NOTES)
    before = files_of(tmp_path)
    ran = call("vcard", "Ken", "-o", "notes/contacts/ana.md", cwd=tmp_path)
    assert ran.code == 2
    assert "exists already" in ran.err
    assert call("vcard", "Ken", "-o", "no/such/folder.vcf", cwd=tmp_path).code == 2
    assert files_of(tmp_path) == before


def test_nobody_a_stranger_and_a_tag_of_nobody_are_told(tmp_path: Path) -> None:
    write_notes(tmp_path, NOTES)
    for arguments, words in (
        ((), "give a NAME"),
        (("Kenij Watanabe",), "did you mean Kenji Watanabe?"),
        (("--tag", "dat"), "no contact has the tag dat"),
    ):
        ran = call("vcard", *arguments, cwd=tmp_path)
        assert ran.code == 2
        assert words in ran.err
