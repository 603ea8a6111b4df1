"""Labelled statements in; how right and how dear our judgement is, and that of others."""
