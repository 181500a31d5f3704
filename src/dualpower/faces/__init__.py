"""Where people meet it: each face is thin, and no face knows another."""
