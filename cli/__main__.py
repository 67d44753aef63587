"""Lets ``python -m cli`` stand for ``trajet``."""

from cli.main import main

main()
