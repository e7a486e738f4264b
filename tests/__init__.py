"""What the program must do, by the folder of the code that does it."""
