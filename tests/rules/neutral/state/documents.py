from azure.cosmos import CosmosClient

from .models import Order, Thread


class Store:
    def __init__(self, endpoint: str, credential: object) -> None:
        self._container = CosmosClient(endpoint, credential).get_database_client("desk").get_container_client("log")

    def save(self, thread: Thread) -> None:
        # evidence: neutral.state/session-document
        self._container.create_item(body=thread.to_dict())

    def order(self, order: Order) -> None:
        # ok: neutral.state/session-document
        self._container.create_item(body=order.to_dict())
