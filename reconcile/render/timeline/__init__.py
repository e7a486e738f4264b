"""The outputs of the timeline, one a file."""
