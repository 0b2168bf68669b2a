"""Many documents on several processes: the same readings, in the same order."""

from __future__ import annotations

from fogline.reading.crew import FEW, Crew
from fogline.reading.language import load
from fogline.reading.places.rulings import Ruling, country_scope
from fogline.reading.reader import Reader
from tests.reading.sentences import document


def test_a_crew_reads_as_one_reader_does() -> None:
    texts = [f"Rebels seized {n} trucks near Homs. The army denied it." for n in range(FEW + 10)]
    documents = [document(text) for text in texts]
    alone = list(Reader(load(1)).pipe(documents))
    assert list(Crew(load(1), 2).pipe(documents)) == alone


def test_every_process_follows_the_rulings() -> None:
    text = "Rebels captured the village of Ostvik near Damascus on Sunday, the Syrian army said."
    documents = [document(text) for _ in range(FEW + 6)]
    ruled = (Ruling("Ostvik", "country:IQ", country_scope("SY")),)
    for reading in Crew(load(1), 2).pipe(documents, ruled):
        assert "country:IQ" in {e.id for e in reading.document.entities if e.text == "Ostvik"}


def test_few_documents_start_no_worker() -> None:
    crew = Crew(load(1), 2)
    assert len(list(crew.pipe([document("Rebels seized Homs.")]))) == 1
    assert crew._pool is None
