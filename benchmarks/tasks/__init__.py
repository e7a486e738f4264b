"""One file a task: what is asked, who answers it, and the figures it is held to."""
