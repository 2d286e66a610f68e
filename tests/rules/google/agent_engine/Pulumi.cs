using Pulumi;
using Gcp = Pulumi.Gcp;

return await Deployment.RunAsync(() =>
{
    // evidence: google.agent_engine/infrastructure
    var desk = new Gcp.Vertex.AiReasoningEngine("desk", new() { DisplayName = "claims" });
    // ok: google.agent_engine/infrastructure
    var files = new Gcp.Storage.Bucket("files", new() { Location = "EU" });
});
