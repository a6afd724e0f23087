"""The text model at run time: tokens, concepts, and a linear score. No scikit-learn here."""
