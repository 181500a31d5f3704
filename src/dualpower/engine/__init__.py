"""What follows: numbers in, a log of events out. Knows no scenario, no language and no screen."""
