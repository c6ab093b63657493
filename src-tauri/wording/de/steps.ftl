# What the record says of the steps.
