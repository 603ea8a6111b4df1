"""The directory in use out to whoever looks after it as a workbook, what they changed in it back in."""
