"""What `check` and `baseline` share: their options, the submissions they look at, the run itself."""
