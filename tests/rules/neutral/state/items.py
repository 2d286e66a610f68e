"""Writes conversations to a DynamoDB table."""

import boto3

dynamodb = boto3.client("dynamodb")


def keep(table, session_id, item):
    # evidence: neutral.state/session-item
    dynamodb.put_item(TableName=table, Item={"session_id": {"S": session_id}, "item": item})
    # ok: neutral.state/session-item
    dynamodb.put_item(TableName=table, Item={"user": {"S": "desk"}, "config_type": {"S": "models"}})
    # evidence: neutral.state/session-item
    dynamodb.put_item(TableName=table, Item={"PK": {"S": f"message-{item}"}, "role": {"S": "user"}})
    # ok: neutral.state/session-item
    dynamodb.put_item(TableName=table, Item={"PK": {"S": f"price-{item}"}, "role": {"S": "user"}})


def past(conversation_table_name, session_id):
    # evidence: neutral.state/session-read
    rows = dynamodb.query(TableName=conversation_table_name, KeyConditionExpression="user = :u")
    # evidence: neutral.state/session-read
    one = dynamodb.get_item(TableName="talks", Key={"session_id": {"S": session_id}})
    # ok: neutral.state/session-read
    user = dynamodb.get_item(TableName="users", Key={"email": {"S": "a"}})
    # evidence: neutral.state/session-read
    listed = dynamodb.Table("talks").scan(ProjectionExpression="conversation_id, updated_at")
    # ok: neutral.state/session-read
    prices = dynamodb.Table("prices").scan(ProjectionExpression="item, price")
    # evidence: neutral.state/session-read
    dynamodb.Table("talks").delete_item(Key={"conversation_id": session_id})
    return rows, one, user, listed, prices


async def remember(store, namespace, messages):
    # ok: neutral.state/session-item
    await store.put_item(namespace, "messages", {"messages": messages})
