"""The web addresses of a release in, which of them still answer out."""

from fingerpost.linking.asking import Manners, Outcome, Reply, ask_all
from fingerpost.linking.currency import Currency, currency_of
from fingerpost.linking.health import Link, State, links_of, web_addresses
from fingerpost.linking.page import links_page, upkeep_page
from fingerpost.linking.remembering import (
    Known,
    Memory,
    due,
    is_offline,
    memory_text,
    read_memory,
    remember,
)
from fingerpost.linking.tables import links_csv, overdue_csv

__all__ = [
    "Currency",
    "Known",
    "Link",
    "Manners",
    "Memory",
    "Outcome",
    "Reply",
    "State",
    "ask_all",
    "currency_of",
    "due",
    "is_offline",
    "links_csv",
    "links_of",
    "links_page",
    "memory_text",
    "overdue_csv",
    "read_memory",
    "remember",
    "upkeep_page",
    "web_addresses",
]
