"""What people are asked as an Excel workbook."""
