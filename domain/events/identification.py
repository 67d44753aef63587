"""Identity papers and travel documents."""
