using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.OpenAI.Assistants;

static class Apis
{
    public static IActionResult Say(
        // ok: other.azure_functions_openai/turn
        [HttpTrigger(AuthorizationLevel.Function, "post")] HttpRequest request,
        // evidence: other.azure_functions_openai/turn
        [AssistantPostInput("{id}", "{Query.message}")] AssistantState state) => new OkObjectResult(state);

    // evidence: other.azure_functions_openai/skill
    public static Task Add([AssistantSkillTrigger("Makes a task")] string text) => Task.CompletedTask;

    public static string Read(
        // evidence: other.azure_functions_openai/chat-table
        [AssistantQueryInput("{id}")] AssistantState state) => state.ToString();
}
