"""When an article was published, as its first lines or its file tell; what is not certain is not taken.

A date counts only with its year, and only where it stands as a date of publication does: behind a label ("Published:
12 March 2024"), alone on a line, behind a byline, or in a dateline ("KYIV, Feb. 24, 2022 (Reuters) -").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_WEEKDAY = r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
_DATE = (
    rf"{_WEEKDAY}(?:{_MONTH}\s+{_DAY},?\s+\d{{4}}|{_DAY}(?:\s+of)?\s+{_MONTH},?\s+\d{{4}}|\d{{4}}-\d{{2}}-\d{{2}})"
    r"(?![\d-])"
)
_CLOCK = r"(?:(?:,|\s+at|\s*[-–|]|T)?\s*\d{1,2}[:.]\d{2}(?:[:.]\d{2})?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{1,5}\)?)?)?"
_AGENCY = r"(?:\([A-Z][^()\n]{1,40}\)|/[A-Z][^/\n]{1,40}/)"
_DASH = r"(?:--?|[–—―:])"
_NAMES = r"(?:[\s,]+(?:[A-Z][\w'’.-]*|of|the|de|el|al)){0,6}?"
_NO_PLACE = r"(?!(?:On|In|By|As|At|For|From|Since|Until|Till|After|Before|During|Between|The|This|Last|It|And|But)\b)"

_RULES = (
    # Behind a label: "Published: 12 March 2024 10:15 GMT", "Posted on March 12, 2024".
    re.compile(
        rf"(?:first\s+)?(?:published|posted|publication\s+date|date|issued|released|filed)\s*(?:on\b|at\b)?\s*:?\s*"
        rf"(?P<date>{_DATE}){_CLOCK}(?!\w)",
        re.IGNORECASE,
    ),
    # Alone on its line: "Tuesday, 12 March 2024".
    re.compile(rf"\W{{0,3}}(?P<date>{_DATE}){_CLOCK}\W{{0,3}}$", re.IGNORECASE),
    # Behind a byline: "By Jane Doe | March 12, 2024".
    re.compile(rf"[Bb][Yy]\s+[^\d\n]{{3,80}}?[\s,|•·–—-]+(?P<date>(?i:{_DATE}))(?i:{_CLOCK})\W{{0,3}}$"),
    # In a dateline: "KYIV, Ukraine, Feb. 24, 2022 (Reuters) -", "GENEVA (12 March 2024) –".
    re.compile(rf"[A-Z][A-Z'’.-]{{2,}}{_NAMES}[\s,(/]+(?P<date>(?i:{_DATE}))\)?[\s,]*{_AGENCY}?\s*{_DASH}"),
    # In a dateline in small letters, only with the agency: "Moscow, 12 March 2024 (TASS) -".
    re.compile(rf"{_NO_PLACE}[A-Z][\w'’.-]+{_NAMES}[\s,]+(?P<date>(?i:{_DATE}))[\s,]*{_AGENCY}\s*{_DASH}"),
)
_LINES = 8  # of words, among which a date of publication is looked for
_LINE = re.compile(r"[^\r\n]+")
_READ = 200  # characters of a line; a date of publication stands in its opening
_EARLIEST = date(1800, 1, 1)

_PARTS = re.compile(
    rf"(?P<iso>\d{{4}}-\d{{2}}-\d{{2}})|(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+"
    rf"(?P<m2>{_MONTH})",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}")


def date_in_text(text: str) -> str | None:
    """Return the ISO date of publication that the first lines tell beyond doubt."""
    for line in _first_lines(text):
        for rule in _RULES:
            match = rule.match(line)
            if match is not None:
                found = _read(match["date"])
                if found is not None and plausible(found):
                    return found.isoformat()
    return None


def told_days(text: str) -> frozenset[tuple[int, int]]:
    """Return the (month, day) of every date in the text that names them, with or without a year."""
    return frozenset((month, day) for month, day in map(_month_and_day, _PARTS.finditer(text)) if month)


def day_of(value: str | datetime | date | None) -> str | None:
    """Return a day that a file or page states as ``YYYY-MM-DD``; ``None`` for what is no date, or cannot be one."""
    if isinstance(value, datetime):
        found = value.date()
    elif isinstance(value, date):
        found = value
    else:
        try:
            found = datetime.fromisoformat((value or "").strip()).date()
        except ValueError:
            written = re.search(_DATE, value or "", re.IGNORECASE)
            read = _read(written.group()) if written is not None else None
            if read is None:
                return None
            found = read
    return found.isoformat() if plausible(found) else None


def plausible(day: date) -> bool:
    """Whether an article can be of that day: not before there were newspapers, not in the future.

    This is the one look at a clock. It decides only about dates that are wrong by themselves; a day is allowed for
    time zones.
    """
    return _EARLIEST <= day <= datetime.now(UTC).date() + timedelta(days=1)


def _first_lines(text: str) -> Iterator[str]:
    seen = 0
    for match in _LINE.finditer(text):
        line = match.group()[:_READ].strip()
        if line:
            yield line
            seen += 1
        if seen == _LINES:
            return


def _read(written: str) -> date | None:
    """Return the date that the words tell; ``None`` for a 30 February."""
    match = _PARTS.search(written)
    if match is None:
        return None
    try:
        if match["iso"]:
            return date.fromisoformat(match["iso"])
        year = _YEAR.search(written, match.end())
        month, day = _month_and_day(match)
        return date(int(year.group()), month, day) if year is not None else None
    except ValueError:
        return None


def _month_and_day(match: re.Match[str]) -> tuple[int, int]:
    if match["iso"]:
        return int(match["iso"][5:7]), int(match["iso"][8:])
    name, day = (match["m1"], match["d1"]) if match["m1"] else (match["m2"], match["d2"])
    return _MONTHS.index(name[:3].lower()) + 1, int(day)
