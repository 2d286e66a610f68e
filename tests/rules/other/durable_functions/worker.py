"""Workflows on the Durable Task scheduler, without Azure Functions."""

from durabletask.azuremanaged.worker import DurableTaskSchedulerWorker
from durabletask.client import TaskHubGrpcClient


def claim(ctx, data: str):
    """One workflow."""
    # evidence: other.durable_functions/workflow
    first = yield ctx.call_activity("route", input=data)
    return first


def main(address: str) -> None:
    """Serve."""
    # evidence: other.durable_functions/step-record
    worker = DurableTaskSchedulerWorker(host_address=address)
    # ok: other.durable_functions/step-record
    client = TaskHubGrpcClient(host_address=address)
    # evidence: other.durable_functions/workflow
    client.schedule_new_orchestration_instance("claim", input="1")
    worker.start()
