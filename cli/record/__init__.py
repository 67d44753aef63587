"""The commands that record, a file for each region of the procedure."""
