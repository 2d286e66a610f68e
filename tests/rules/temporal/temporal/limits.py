"""Limits of steps, handed to a wrapper of agents."""

from datetime import timedelta

from shop.errors import ApplicationError as YardError
from temporalio.exceptions import ApplicationError
from temporalio.workflow import ActivityConfig

# evidence: temporal.temporal/retry-policy
given = {"start_to_close_timeout": timedelta(minutes=5)}
# evidence: temporal.temporal/retry-policy
named = ActivityConfig(start_to_close_timeout=timedelta(minutes=5))
# ok: temporal.temporal/retry-policy
other = {"yard": timedelta(minutes=5)}


def pay(claim):
    if claim.closed:
        # evidence: temporal.temporal/retry-policy
        raise ApplicationError("closed", non_retryable=True)
    if claim.odd:
        # ok: temporal.temporal/retry-policy
        raise YardError("odd", non_retryable=True)
    # ok: temporal.temporal/retry-policy
    raise ApplicationError("again")
