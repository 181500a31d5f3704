"""What a page shows, as data: the contract between the program and the page, and who fills it."""
