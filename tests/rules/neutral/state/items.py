"""Writes conversations to a DynamoDB table."""

import boto3

dynamodb = boto3.client("dynamodb")


def keep(table, session_id, item):
    # evidence: neutral.state/session-item
    dynamodb.put_item(TableName=table, Item={"session_id": {"S": session_id}, "item": item})
    # ok: neutral.state/session-item
    dynamodb.put_item(TableName=table, Item={"user": {"S": "desk"}, "config_type": {"S": "models"}})


async def remember(store, namespace, messages):
    # ok: neutral.state/session-item
    await store.put_item(namespace, "messages", {"messages": messages})
