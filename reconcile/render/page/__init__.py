"""What every page says, however it is drawn: how reports are called, rows, who is alone."""
