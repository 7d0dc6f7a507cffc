"""What Rawi knows: knowledge files read, checked, compiled once and kept."""
