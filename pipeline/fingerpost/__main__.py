"""`python -m fingerpost`: the command line."""

from fingerpost.cli import main

main()
