"""Print the graph of origins: whose text each report is. One output a file, like the folder above."""
