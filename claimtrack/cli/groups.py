"""A command with commands under it that is still a command by itself."""

from __future__ import annotations

from typing import Any

import typer.core

LIST = "list"


class ListsByDefault(typer.core.TyperGroup):
    """`claimtrack sources رويترز` lists; `claimtrack sources merge …` merges."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Puts `list` in where no command of the group is named."""
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = [LIST, *args]
        return super().parse_args(ctx, args)
