"""From what a person writes to a complete, frozen scenario: read, resolve, check, vary, write back."""
