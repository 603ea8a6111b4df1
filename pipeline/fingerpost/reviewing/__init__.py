"""Doubt out to people as questions and a workbook, their answers back in as decisions."""
