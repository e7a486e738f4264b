"""Sum up what the reports establish together: verdicts, the fact sheet, the timeline."""
