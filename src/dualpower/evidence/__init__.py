"""What the numbers rest on: sources, claims, the ledger of a scenario and the record of what happened."""
