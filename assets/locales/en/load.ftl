# The load: what is promised, what was managed, the weeks ahead, levelling.

# Load
policy-effort-stage = must be "start", "grow" or "mature"
policy-effort-both = cannot stand beside a stage: the stage names a share already
pin-load = to fit the load
