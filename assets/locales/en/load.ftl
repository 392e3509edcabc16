# The load: what is promised, what was managed, the weeks ahead, levelling.
