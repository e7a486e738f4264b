"""Turn what a comparison found into queries: what a desk asks the writer of a submission."""
