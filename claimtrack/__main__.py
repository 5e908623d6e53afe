"""`python -m claimtrack` is `claimtrack`."""

from claimtrack.cli import main

main()
