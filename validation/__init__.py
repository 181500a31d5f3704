"""The court: large statistics that are too slow for every day. ``python -m validation`` holds it."""
