"""Figures as SVG of our own: functions of model types, so that every page may carry them."""
