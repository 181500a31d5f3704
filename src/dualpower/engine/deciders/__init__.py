"""Who gives orders: dated outside events, doctrine, tactics, and a player."""
