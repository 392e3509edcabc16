# The weekly review.
