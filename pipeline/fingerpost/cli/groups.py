"""Commands that belong together in, one command whose help says of each, in full, what it does, out."""

import click


class Commands(click.Group):
    """A group whose help cuts no sentence short."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write one row a command: its name, and the first sentence of its own help."""
        named = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, one.get_short_help_str(limit=10_000)) for name, one in named if one]
        with formatter.section("Commands"):
            formatter.write_dl(rows)
