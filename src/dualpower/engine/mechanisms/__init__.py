"""One noun per file. Mechanisms meet only in the world; none imports another."""
