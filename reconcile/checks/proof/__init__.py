"""Parts that several checks share: evidence out of claims, and how two values stand to each other."""
