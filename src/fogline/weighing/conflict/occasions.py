"""Whether two numbers of people harmed may be of one deed: of the same days, and of one order."""

from __future__ import annotations

from fogline.weighing.conflict.toll_words import says
from fogline.weighing.conflict.totals import runs_on
from fogline.weighing.conflict.wholes import stated
from fogline.weighing.measures.days import apart, appeared, before
from fogline.weighing.views.unlike import calling, goes_on
from fogline.weighing.views.views import Pages, View

DAYS_COUNTED = 1  # days by which the stretches of two tolls may differ
LONG = 14  # days of a stretch from which on it is still counted: another day's number is another
FAR_MORE = 10  # times from which a number is rarely another count of the same people


def one_stretch(a: View, b: View, pages: Pages) -> bool:
    """Say whether two numbers are counted over as many days: a week's toll is no day's.

    Those of a long stretch go on being counted, so that they must end on one day. Deeds of two days
    that texts name are two, and a page tells of none that came after it.
    """
    lengths = [v.days.length or 0 for v in (a, b)]
    if max(lengths) - min(lengths) > DAYS_COUNTED or runs_on(a) != runs_on(b):
        return False
    if _names_day(a, pages) and _names_day(b, pages) and apart(a.days, b.days):
        return False
    if _came_before(a, b) or _came_before(b, a):
        return False
    return min(lengths) <= LONG or a.days.end == b.days.end


def _names_day(v: View, pages: Pages) -> bool:
    """Say whether a claim's text names its day; a headline has that of what it tells in short."""
    return v.named_day or any(w.named_day for w in pages[v.document.id] if w.claim.id == v.of)


def _came_before(v: View, other: View) -> bool:
    """Say whether a claim was published before the day that the other names."""
    return other.named_day and before(appeared(v.document), other.days)


def of_another_order(few: View, many: View, name: str) -> bool:
    """Say whether one number is many times the other, and nothing makes the two deeds one.

    Tolls that differ so are told of one hospital or barracks, or of one place on one named day.
    """
    one, other = stated(few, name), stated(many, name)
    if not one or other < FAR_MORE * one:
        return False
    here = {s.key for s in few.located if not s.wide} & {s.key for s in many.located}
    return not (here and few.named_day and many.named_day) and not _hit_alike(few, many)


def _hit_alike(a: View, b: View) -> bool:
    """Say whether two claims name what was hit in common, beyond the people counted: "a clinic"."""
    ones, others = ([p for p in v.recipients if not (p.anybody or p.loose)] for v in (a, b))
    return any(p.stems & q.stems and not calling(p) for p in ones for q in others)


def of_another_deed(a: View, b: View) -> bool:
    """Say whether a text tells with one of two claims of another deed than with the other.

    "guards killed four, a day after tanks killed 30 there", "three were also wounded at the mill".
    """
    if a.document.id != b.document.id:
        return False
    earlier, later = sorted((a, b), key=lambda v: v.order)
    if goes_on(earlier, later):
        return True
    if earlier.claim.sentence != later.claim.sentence:
        return says(later.claim.sentence.text, "also")
    between = later.document.text[earlier.claim.trigger.end : later.claim.trigger.start]
    return says(between, "another")
