"""Many documents come out in order and alike, whoever parsed them and however they are batched."""

from __future__ import annotations

from collections.abc import Iterator

from fogline.model import Document
from fogline.reading import reader
from fogline.reading.language import load
from fogline.reading.reader import Reader
from tests.reading.sentences import document


def documents(count: int) -> list[Document]:
    texts = (f"Rebels seized {n} trucks near Homs. The army denied it." for n in range(count))
    return [document(text) for text in texts]


def test_two_threads_read_as_one_does() -> None:
    told = documents(2 * reader._SIGHT + 5)
    assert list(Reader(load(2)).pipe(told)) == [Reader(load(1)).read(one) for one in told]


def test_no_more_documents_are_taken_than_may_be_under_way() -> None:
    taken = 0

    def counted() -> Iterator[Document]:
        nonlocal taken
        for one in documents(3 * reader._SIGHT):
            taken += 1
            yield one

    readings = Reader(load(2)).pipe(counted())
    next(readings)
    assert taken == reader._SIGHT


def test_long_documents_are_under_way_one_at_a_time() -> None:
    words = "Rebels seized Homs. " * (reader._LONG // 20 + 1)
    told = iter([document(words), *documents(2)])
    under_way = list(Reader(load(1))._more(told, []))
    assert len(under_way) == 1
    assert len(list(told)) == 2


def test_who_stops_listening_leaves_nothing_to_be_parsed() -> None:
    language = load(2)
    readings = Reader(language).pipe(documents(reader._SIGHT))
    next(readings)
    readings.close()  # type: ignore[attr-defined]
    assert not language._jobs._offered
