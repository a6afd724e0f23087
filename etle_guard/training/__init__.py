"""Training and evaluation: the only place that imports scikit-learn."""
