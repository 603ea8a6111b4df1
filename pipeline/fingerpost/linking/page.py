"""How links are, or what is due for a look, in; the page that says so, worst first, out."""

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from fingerpost.linking.currency import Currency
from fingerpost.linking.health import Link, State
from fingerpost.pages import render

_TEMPLATES = Path(__file__).parent / "templates"
MOST_ROWS = 200
"""Of each group; the file beside the page has them all."""


def links_page(links: Sequence[Link], council: str, day: str, site: str = "") -> str:
    """Return the page about web addresses; `site` leads from it to a built site, if there is one.

    `day` is the day of the newest check, "" where nothing was asked yet.
    """
    groups = [(state, list(some)) for state, some in groupby(links, key=lambda link: link.state)]
    return render(
        _TEMPLATES,
        "links.html",
        here="links.html",
        council=council,
        day=day,
        site=site,
        links=links,
        groups=groups,
        to_do=sum(bool(link.to_do) for link in links),
        most=MOST_ROWS,
        dead=State.DEAD,
    )


def upkeep_page(currency: Currency, council: str, site: str = "") -> str:
    """Return the page about statements and resources that somebody should look at again."""
    owners = [
        (owner, list(some))
        for owner, some in groupby(currency.overdue, key=lambda one: one.statement.owner)
    ]
    return render(
        _TEMPLATES,
        "upkeep.html",
        here="upkeep.html",
        council=council,
        site=site,
        currency=currency,
        owners=owners,
        most=MOST_ROWS,
    )
