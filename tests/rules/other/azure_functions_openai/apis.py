import azure.functions as func

apis = func.Blueprint()


@apis.route(route="assistants/{id}", methods=["PUT"])
# evidence: other.azure_functions_openai/chat-table
@apis.assistant_create_output(arg_name="requests")
def create(req: func.HttpRequest, requests: func.Out[str]) -> func.HttpResponse:
    return func.HttpResponse(status_code=202)


# ok: other.azure_functions_openai/turn, other.azure_functions_openai/chat-table, other.azure_functions_openai/skill
@apis.route(route="assistants/{id}", methods=["POST"])
# evidence: other.azure_functions_openai/turn
@apis.assistant_post_input(arg_name="state", id="{id}", user_message="{Query.message}")
def say(req: func.HttpRequest, state: str) -> func.HttpResponse:
    return func.HttpResponse(state)


# evidence: other.azure_functions_openai/skill
@apis.assistant_skill_trigger(arg_name="text", function_description="Makes a task")
def add(text: str) -> None:
    pass
