"""Log lines written as JSON, and figures of one's own in CloudWatch."""

import json

import boto3
from aws_lambda_powertools import Logger

cloudwatch = boto3.client("cloudwatch")
# evidence: neutral.telemetry/lambda-toolkit
logger = Logger(service="desk")


def tell(session):
    # evidence: neutral.telemetry/json-line
    print(json.dumps({"event": "agent_called", "session": session}))
    # ok: neutral.telemetry/json-line
    print(json.dumps(session))
    # evidence: neutral.telemetry/own-cloud-metric
    cloudwatch.put_metric_data(Namespace="Desk/Agent", MetricData=[{"MetricName": "Calls", "Value": 1}])
    # ok: neutral.telemetry/own-cloud-metric
    cloudwatch.put_metric_alarm(AlarmName="calls")


def resumed(logger, payload, answer):
    # evidence: neutral.telemetry/json-line
    logger.info(json.dumps(payload))
    # evidence: neutral.telemetry/json-line
    logger.info(json.dumps({"event": "resumed", "agent": "desk"}))
    # ok: neutral.telemetry/json-line
    logger.info("answer %s", json.dumps(answer))


def handler(event, context):
    # ok: neutral.telemetry/json-line
    logger.info(json.dumps(event))
