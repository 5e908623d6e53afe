"""What comes out of paths: articles unchanged, problems as values, strangers passed over."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from claimtrack.errors import ClaimtrackError, UsageError
from claimtrack.models import Article, Problem
from claimtrack.reading import read, read_paths

TEXT = "بلدية المدينة تفتتح المكتبة\n\nقالت البلدية إن المكتبة تفتح أبوابها يوم الأحد.\n"


def write(path: Path, data: str | bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_a_text_file_is_one_article_unchanged(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", TEXT)
    (article,) = read_paths([path])
    assert isinstance(article, Article)
    assert (article.text, article.path) == (TEXT, str(path))
    assert (article.title, article.encoding) == ("بلدية المدينة تفتتح المكتبة", "utf-8")


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r", "\u2028", "\u2029"])
def test_newlines_stay_as_they_are(tmp_path: Path, newline: str) -> None:
    text = TEXT.replace("\n", newline)
    assert read(write(tmp_path / "a.txt", text)).text == text


def test_standard_input_is_read_and_left_open() -> None:
    stdin = io.BytesIO(("\ufeff" + TEXT).encode())
    (article,) = read_paths(["-"], stdin=stdin)
    assert isinstance(article, Article)
    assert (article.text, article.path) == (TEXT, "-")
    assert not stdin.closed


def test_a_folder_is_read_in_sorted_order_and_strangers_are_passed_over(tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.txt", "a/1.TXT", "c/notes.txt"):
        write(tmp_path / name, TEXT)
    for name in ("README.md", ".hidden.txt", ".git/config.txt", "Thumbs.db", "a/picture.png"):
        write(tmp_path / name, TEXT)
    items = list(read_paths([tmp_path]))
    assert all(isinstance(item, Article) for item in items)
    assert [Path(item.path).relative_to(tmp_path).as_posix() for item in items] == [
        "a/1.TXT",
        "a/2.txt",
        "b.txt",
        "c/notes.txt",
    ]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "blanks"),
        ("binary.txt", bytes(range(256)) * 8, "binary"),
        ("cut.txt", TEXT.encode()[:-3] + b"\xff\n" + TEXT.encode(), "neither UTF-8 nor"),
    ],
)
def test_a_bad_file_is_a_problem_and_the_others_go_on(
    tmp_path: Path, name: str, data: bytes, message: str
) -> None:
    bad, good = write(tmp_path / name, data), write(tmp_path / "z.txt", TEXT)
    problem, article = read_paths([bad, good])
    assert isinstance(problem, Problem)
    assert message in problem.message
    assert problem.path == str(bad)
    assert problem.remedy
    assert isinstance(article, Article)


def test_a_missing_path_and_an_empty_folder_are_problems(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    missing, empty = read_paths([tmp_path / "nowhere.txt", tmp_path / "empty"])
    assert isinstance(missing, Problem)
    assert isinstance(empty, Problem)
    assert "no such file" in missing.message
    assert "no articles" in empty.message


def test_a_loop_of_links_is_a_problem(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    (tmp_path / "up").symlink_to(tmp_path, target_is_directory=True)
    article, loop, up = read_paths([tmp_path])
    assert isinstance(article, Article)
    assert "leads back to itself" in str(loop)
    assert "holds it" in str(up)


def test_a_name_that_is_not_utf8_is_shown_escaped_and_remarked(tmp_path: Path) -> None:
    path = bytes(tmp_path) + b"/\xc7\xe1.txt"
    try:
        with open(path, "wb") as file:
            file.write(TEXT.encode())
    except OSError:
        pytest.skip("this file system takes no such names")
    remark, article = read_paths([tmp_path])
    assert "not UTF-8" in str(remark)
    assert isinstance(article, Article)
    assert article.path.endswith(r"\xc7\xe1.txt")


def test_an_unknown_encoding_is_refused_at_once() -> None:
    with pytest.raises(UsageError, match="unknown encoding"):
        read_paths([], encoding="no-such")


def test_read_raises_what_is_wrong(tmp_path: Path) -> None:
    with pytest.raises(ClaimtrackError, match="no such file"):
        read(tmp_path / "nowhere.txt")
