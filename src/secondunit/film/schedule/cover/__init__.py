"""The bound of a board by covering: days are bought singly, in fractions, until all scenes are."""
