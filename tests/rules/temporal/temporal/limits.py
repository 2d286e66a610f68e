"""Limits of steps, handed to a wrapper of agents."""

from datetime import timedelta

from temporalio.workflow import ActivityConfig

# evidence: temporal.temporal/retry-policy
given = {"start_to_close_timeout": timedelta(minutes=5)}
# evidence: temporal.temporal/retry-policy
named = ActivityConfig(start_to_close_timeout=timedelta(minutes=5))
# ok: temporal.temporal/retry-policy
other = {"yard": timedelta(minutes=5)}
