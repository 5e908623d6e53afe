"""How well claims are found, measured against a gold file.

The gold file and the articles are read here; the claims to be measured come from a file or from a
function of the caller. Nothing here finds claims.
"""

from claimtrack.evaluation.figures import Figures, errors, figures
from claimtrack.evaluation.loading import GoldArticle, load_gold, load_predictions
from claimtrack.evaluation.pairing import Judgement, judge

__all__ = [
    "Figures",
    "GoldArticle",
    "Judgement",
    "errors",
    "figures",
    "judge",
    "load_gold",
    "load_predictions",
]
