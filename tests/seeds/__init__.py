"""The sample incidents of `seeds/` against their own lists."""
