"""The parts of the HTML page: what each shows as plain values, and the templates that set them."""
