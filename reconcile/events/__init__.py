"""Claims to events: which event a claim is about, and which slot of it the claim answers."""
