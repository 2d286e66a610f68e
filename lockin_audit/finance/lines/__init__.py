"""The lines of the cost model, declared once each.

Names in a declared formula: `w.x` is the workflow's x, `o.x` the option's, `ow.x` the line of this option for this workflow,
`price.x` a price the option pays, `current.x` the option that runs today, `before.x` and `after.x` the two compared.
Inside `sum(…)`, `all.x` stands for the `ow.x` of every workflow the option covers, `workflows.x` for their `w.x`,
`fixed.x` and `volume.x` for the option's cost lines of that behaviour. Everything else is a plain id.
"""
