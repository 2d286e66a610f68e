"""The sheets, one file each: a function that fills its sheet from the study and, where it shows figures, from the model."""
