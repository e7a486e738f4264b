"""Parts that several outputs of the gate share."""
