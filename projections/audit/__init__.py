"""What an auditor asks of the record: is it whole, is it unaltered, and who says so."""
