"""The lines of the cost model, declared once each.

Names in a declared formula: `w.x` is the workflow's x, `o.x` the option's, `ow.x` the line of this option for this workflow,
`price.x` a price the option pays, `tier.x.y` a limit of such a price, `current.x` the option that runs today, `moved.x` the owned part of
the hybrid, `before.x` and `after.x` the two compared.
Inside `sum(…)`, `all.x` stands for the `ow.x` of every workflow the option covers, `workflows.x` for their `w.x`, `parts.x` for that of
each part of a hybrid, `fixed.x` and `volume.x` for the option's cost lines of that behaviour written so far. Everything else is a plain id.
"""
