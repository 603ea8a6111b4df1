"""The shape of rules/sites/*.yaml, as people fill it in: plain values in, checked models out."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from fingerpost.rulebook.forms import Form, Words
from fingerpost.site_profiles import Markup, Show, Subject

FileName = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Sign = Annotated[str, StringConstraints(strip_whitespace=False, min_length=1)]


class SiteColumnForm(Form):
    """One column of a table."""

    heading: Words
    holds: str = Field(default="", description="A field, such as text or area_of_need.")
    constant: str = Field(
        default="", description="The same words in every row, instead of a field."
    )
    show: Show | None = Field(
        default=None, description="How labels, phases or resources are named."
    )
    markup: Markup = Field(
        default=Markup.PLAIN, description="html: the site takes the words for HTML."
    )
    longest: int = Field(default=0, ge=0, description="Most characters in a cell; 0: any number.")


class ChangesForm(Form):
    """How the import is told what became of a row; all empty: in a file each."""

    heading: str = Field(default="", description="The column that says it; empty: a file each.")
    add: str = ""
    update: str = ""
    retire: str = ""
    in_full: bool = Field(default=False, description="Whether the table of everything has it too.")


class SiteTableForm(Form):
    """One table, a file of its own."""

    name: FileName = Field(description="The file's name, without .csv.")
    of: Subject
    external_id: Words = Field(description="The heading of the column that rows are told by.")
    columns: Annotated[tuple[SiteColumnForm, ...], Field(min_length=1)]
    changes: ChangesForm = ChangesForm()


class SeparatorsForm(Form):
    """Signs between values, and what stands instead of them inside a value."""

    values: Sign = Field(default="|", description="Between several values of one cell.")
    values_inside: str = Field(default="/", description="Stands for that sign inside a value.")
    path: Sign = Field(default=" > ", description="Between a parent and its child.")
    path_inside: str = Field(default="›", description="Stands for that sign inside a label.")
    in_every_cell: bool = Field(
        default=False, description="Whether the import takes apart cells of one value too."
    )


class ProfileForm(Form):
    """rules/sites/*.yaml: the tables that another site's import wants."""

    title: Words = Field(description="What site and what import it is for.")
    byte_order_mark: bool = Field(
        default=False, description="Excel needs one, other programs stumble."
    )
    line_ends: Literal["unix", "windows"] = "unix"
    delimiter: Literal["comma", "semicolon", "tab"] = "comma"
    formulas: Literal["kept", "neutralised"] = Field(
        description="neutralised: for people who open it in Excel; kept: for programs."
    )
    separators: SeparatorsForm = SeparatorsForm()
    tables: Annotated[tuple[SiteTableForm, ...], Field(min_length=1)]
