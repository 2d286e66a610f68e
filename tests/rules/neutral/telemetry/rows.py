"""What tools were given and gave back, as rows."""


def keep(repository, tool, given, back):
    # evidence: neutral.telemetry/usage-row
    repository.create(tool_name=tool, tool_parameters=given, tool_result=back)
    # ok: neutral.telemetry/usage-row
    repository.create(name=tool, size=len(back))
