"""Compare reports of one incident."""
