"""What the command line says, in the languages of the desk other than English."""
