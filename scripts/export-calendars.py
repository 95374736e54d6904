"""Writes the exchange calendars of @neural-trader/market-data from the package exchange_calendars.

    python3 -m venv calendar-venv
    calendar-venv/bin/pip install exchange_calendars==4.13.2
    calendar-venv/bin/python scripts/export-calendars.py && npx oxfmt packages/market-data

A calendar is a weekly rule with the hours in force from a date on, and what departs from it: dates
without a session, and dates with other hours. The sessions that the tests compare with are written
from the source's own schedule in UTC, not from that rule.
"""

import hashlib
import json
from collections import defaultdict
from pathlib import Path

import exchange_calendars
import pandas

VERSION = "4.13.2"
PACKAGE = Path(__file__).parent.parent / "packages" / "market-data"

# Identifier in the source, name, first and last date to export.
CALENDARS = [
    ("XNYS", "New York Stock Exchange", "1990-01-01", "2027-12-31"),
    ("XNAS", "Nasdaq", "1990-01-01", "2027-12-31"),
    ("XLON", "London Stock Exchange", "1990-01-01", "2027-12-31"),
    ("XETR", "Xetra, Frankfurt", "1990-01-01", "2027-12-31"),
    ("XTKS", "Tokyo Stock Exchange", "1997-01-01", "2027-12-31"),
    ("XHKG", "Hong Kong Stock Exchange", "1990-01-01", "2027-12-31"),
    ("CMES", "Chicago Mercantile Exchange, Globex", "1990-01-01", "2027-12-31"),
    ("24/5", "Monday to Friday around the clock, UTC", "1970-01-01", "2099-12-31"),
    ("24/7", "Every day around the clock, UTC", "1970-01-01", "2099-12-31"),
]

# Stretches whose sessions the tests list one by one.
SAMPLES = [
    ("2000-02-28", "2000-03-01"),
    ("2001-09-10", "2001-09-18"),
    ("2011-03-04", "2011-03-07"),
    ("2012-10-26", "2012-11-01"),
    ("2019-04-26", "2019-05-07"),
    ("2023-11-22", "2023-11-27"),
    ("2024-03-07", "2024-04-02"),
    ("2024-07-02", "2024-07-05"),
    ("2024-10-24", "2024-11-06"),
    ("2024-12-23", "2025-01-03"),
]


def wall_clock(moment, session):
    """Hours and minutes after the local midnight of the session's date: 24:00 is the next one."""
    if pandas.isna(moment):
        return None
    days = (moment.tz_localize(None).normalize() - session).days
    if days == 1 and moment.hour == moment.minute == 0:
        return "24:00"
    assert days in (0, -1) and moment.second == 0, (moment, session)
    return f"{moment.hour:02}:{moment.minute:02}" + ("-1d" if days == -1 else "")


def local_hours(calendar):
    """The hours of every session on the venue's own clock."""
    schedule = calendar.schedule
    columns = ("open", "break_start", "break_end", "close")
    local = [schedule[column].dt.tz_convert(calendar.tz) for column in columns]
    return {
        session: tuple(wall_clock(moment, session) for moment in moments)
        for session, *moments in zip(schedule.index, *local)
    }


def as_hours(hours):
    start, break_start, break_end, end = hours
    named = {"open": start, "close": end}
    return named if break_start is None else {**named, "breakStart": break_start, "breakEnd": break_end}


def time_in_force(times, day, offset):
    time = [time for since, time in times or () if since is None or since <= day]
    return f"{time[-1].hour:02}:{time[-1].minute:02}" + ("-1d" if offset == -1 else "") if time else None


def regular_hours(calendar, day):
    """The hours that the source's rule gives a day, exceptions aside."""
    end = time_in_force(calendar.close_times, day, 0)
    return (
        time_in_force(calendar.open_times, day, calendar.open_offset),
        time_in_force(calendar.break_start_times, day, 0),
        time_in_force(calendar.break_end_times, day, 0),
        "24:00" if calendar.close_offset == 1 else end,
    )


def changes(calendar, first):
    """The dates from which other regular hours apply."""
    rules = (calendar.open_times, calendar.break_start_times, calendar.break_end_times, calendar.close_times)
    since = {since for times in rules for since, _ in times or () if since is not None}
    return [first, *sorted(day for day in since if day > first)]


def by_year(days):
    years = defaultdict(list)
    for day in sorted(days):
        years[str(day.year)].append(f"{day:%m-%d}")
    return {year: " ".join(dates) for year, dates in years.items()}


def export(identifier, name, first, last):
    calendar = exchange_calendars.get_calendar(identifier, start=first, end=last)
    first, last = pandas.Timestamp(first), pandas.Timestamp(last)
    hours = local_hours(calendar)
    weekdays = [day + 1 for day, works in enumerate(calendar.weekmask) if works == "1"]
    exceptions = defaultdict(list)
    for session, actual in hours.items():
        if session.isoweekday() not in weekdays or actual != regular_hours(calendar, session):
            exceptions[actual].append(session)
    working = (day for day in pandas.date_range(first, last) if day.isoweekday() in weekdays)
    document = {
        "id": identifier,
        "name": name,
        "source": f"exchange_calendars {VERSION}, Apache-2.0",
        "timeZone": str(calendar.tz),
        "first": f"{first:%Y-%m-%d}",
        "last": f"{last:%Y-%m-%d}",
        "weekdays": weekdays,
        "hours": [
            {"from": f"{day:%Y-%m-%d}", **as_hours(regular_hours(calendar, day))}
            for day in changes(calendar, first)
        ],
        "holidays": by_year(day for day in working if day not in hours),
        "exceptions": [
            {**as_hours(actual), "dates": by_year(days)} for actual, days in sorted(exceptions.items())
        ],
    }
    write(PACKAGE / "data" / "calendars" / f"{identifier.replace('/', '-')}.json", document)
    return sessions_in_utc(calendar)


def sessions_in_utc(calendar):
    """How many sessions the source has, a digest of them all, and the sampled ones."""
    schedule = calendar.schedule
    lines = []
    for session, start, break_start, break_end, end in zip(
        schedule.index, schedule["open"], schedule["break_start"], schedule["break_end"], schedule["close"]
    ):
        moments = [start, end] if pandas.isna(break_start) else [start, break_start, break_end, end]
        lines.append(" ".join([f"{session:%Y-%m-%d}", *(f"{moment:%Y-%m-%dT%H:%MZ}" for moment in moments)]))
    sampled = [line for line in lines if any(start <= line[:10] <= end for start, end in SAMPLES)]
    digest = hashlib.sha256("".join(f"{line}\n" for line in lines).encode()).hexdigest()
    return {"sessions": len(lines), "sha256": digest, "sampled": sampled}


def write(path, document):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(document, indent=2) + "\n")


assert exchange_calendars.__version__ == VERSION, f"install exchange_calendars=={VERSION}"
golden = {identifier: export(identifier, *rest) for identifier, *rest in CALENDARS}
write(PACKAGE / "test" / "calendar-sessions.json", {"samples": SAMPLES, "calendars": golden})
