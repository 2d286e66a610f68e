using Google.GenAI;
using Google.GenAI.Gaos.Models.Interactions;
using Google.GenAI.Gaos.Models.Requests;

namespace Claims;

public static class Research
{
    public static async Task GoAsync(string earlier)
    {
        var client = new Client();
        // evidence: other.google_interactions/agent-run
        CreateAgentInteraction study = new CreateAgentInteraction
        {
            // evidence: other.google_interactions/background-run
            Background = true,
        };
        var next = new CreateModelInteraction
        {
            // evidence: other.google_interactions/stored-conversation
            PreviousInteractionId = earlier,
        };
        await client.Interactions.CreateAsync(CreateInteractionRequestBody.CreateCreateModelInteraction(next));
        // evidence: other.google_interactions/stored-history
        await client.Interactions.GetAsync(new GetInteractionByIdRequest { Id = earlier });
        // ok: other.google_interactions/agent-run, other.google_interactions/stored-conversation
        var own = new Claims.Ledger.CreateEntry { Previous = earlier };
    }
}
