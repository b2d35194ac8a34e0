"""`python -m notesite` is `notesite`."""

from notesite.cli.main import main

main()
