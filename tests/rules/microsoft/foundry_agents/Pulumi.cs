using AzureNative = Pulumi.AzureNative;

class Stack
{
    public Stack()
    {
        // evidence: microsoft.foundry_agents/pulumi-host
        var host = new AzureNative.CognitiveServices.ProjectCapabilityHost("agents", null);
        // ok: microsoft.foundry_agents/pulumi-host
        var group = new AzureNative.Resources.ResourceGroup("group", null);
    }
}
