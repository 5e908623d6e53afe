"""Attribution: who is made responsible for what, by which words."""

from claimtrack.attribution.engine import ENGINE_VERSION, extract

__all__ = ["ENGINE_VERSION", "extract"]
