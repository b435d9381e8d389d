"""Dates, periods, quarters and times of day meet in whatever form they are written."""

import pytest

from sources.figures import unsupported

# Claim, document.
BORNE_OUT = [
    ("on 24 October 2025", "on Friday, October 24th, 2025"),
    ("24 Oct. 2025", "2025-10-24"),
    ("in October 2025", "on 24 October 2025"),
    ("on 24 October", "24.10.2025"),
    ("October 24-26", "24 to 26 October 2025"),
    ("2026-2030", "from 2026 to 2030"),
    ("between 2026 and 2030", "2026–2030"),
    ("in 2025/26", "the 2025-26 season"),
    ("Q3", "the third quarter"),
    ("Q3 2025", "third quarter of 2025"),
    ("3Q25", "the third quarter of 2025"),
    ("the final quarter", "in Q4"),
    ("H1 2025", "the first half of 2025"),
    ("the 1990s", "the 1990s"),
    ("FY2025", "fiscal 2025"),
    ("FY25", "financial year 2025"),
    ("9 a.m.", "09:00"),
    ("In October, output rose", "last October"),
    ("Jan-Sept 2025", "January to September 2025"),
    ("1st January", "January 1"),
    ("1 Jan. 2026", "January 2026 opens on 1 January"),
    ("12 noon", "at 12"),
    ("the Q3 meeting of 2025", "Q3 meeting, 2025"),
    ("mid-October", "October"),
    ("by year-end 2026", "end of 2026"),
    ("on the 17th", "October 17"),
    ("17 October 2025 at 14:20 UTC", "2025-10-17 14:20"),
    ("from 9am to 5pm", "9 a.m. to 5 p.m."),
    ("in the year to 31 March 2026", "year ended 31 March 2026"),
    ("the mid-1990s", "the 1990s"),
    ("2024's output", "2024"),
    ("in 2030–35", "2030–2035"),
    ("by 2030/2031", "2030/31"),
    ("Jan 14 - Feb 3", "January 14 to February 3"),
    ("14–16 May 2026", "May 14-16, 2026"),
    ("Sept. 9", "9 September"),
    ("9th of September", "September 9"),
    ("Q1 and Q2", "first and second quarters"),
    ("the first and second quarter of 2025", "Q1 2025 and Q2 2025"),
    ("first-half profit", "H1 profit"),
    ("second-quarter sales", "Q2 sales"),
    ("in the quarter ended September 30", "the quarter ended 30 September"),
]
NOT_BORNE_OUT = [
    ("24 October", "24 November"),
    ("24 October 2024", "24 October 2025"),
    ("in May 2024", "in May 2025"),
    ("Q3 2025", "Q2 2025"),
    ("third quarter", "fourth quarter"),
    ("H1", "H2"),
    ("2026-2030", "2026-2031"),
    ("in 2027", "2026-2030"),
    ("FY2025", "FY2026"),
    ("the 1990s", "the 1980s"),
    ("9 a.m.", "10 a.m."),
    ("9am", "9pm"),
    ("16 May 2026", "14-15 May 2026"),
    ("17 October", "17 December"),
    ("Q1–Q3 2025", "Q1 2025 to Q2 2025"),
    ("H1 profit", "Q1 profit"),
    ("in the 2030s", "in 2030"),
    ("14:20", "14:30"),
]


@pytest.mark.parametrize(("claim", "document"), BORNE_OUT)
def test_same_thing_in_another_form_is_borne_out(claim: str, document: str) -> None:
    assert unsupported(claim, [document]) == ()


@pytest.mark.parametrize(("claim", "document"), NOT_BORNE_OUT)
def test_another_thing_is_not_borne_out(claim: str, document: str) -> None:
    assert unsupported(claim, [document]) != ()
