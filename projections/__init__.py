"""What people look at: tables kept beside the journal, which may be thrown away and rebuilt."""
