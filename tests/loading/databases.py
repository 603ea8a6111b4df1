"""A directory's database as a maintainer sees it: rows asked for and changed in SQL."""

from sqlalchemy import create_engine, text


def rows(target, query, **values):
    """Return what a query finds."""
    engine = create_engine(target)
    with engine.connect() as connection:
        found = [tuple(row) for row in connection.execute(text(query), values)]
    engine.dispose()
    return found


def by_hand(target, *statements):
    """Change a database as somebody does who does not ask the product."""
    engine = create_engine(target)
    with engine.begin() as connection:
        for each in statements:
            connection.execute(text(each))
    engine.dispose()
