"""Who is who inside one article: mentions, the actors that they stand for, and the speaker of every attribution."""
