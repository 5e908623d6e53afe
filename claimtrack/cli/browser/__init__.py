"""The database in Datasette: what its pages say (`metadata`), and the plugin that folds what is searched."""

from pathlib import Path

PLUGINS = Path(__file__).parent / "plugins"
