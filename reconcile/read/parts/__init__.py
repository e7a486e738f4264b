"""What several readers share: encodings, front matter, sidecar files."""
