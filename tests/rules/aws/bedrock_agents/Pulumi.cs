using Pulumi;
using Aws = Pulumi.Aws;

return await Deployment.RunAsync(() =>
{
    // evidence: aws.bedrock_agents/pulumi-agent
    var desk = new Aws.Bedrock.AgentAgent("desk", new() { AgentName = "claims" });
    // ok: aws.bedrock_agents/pulumi-agent
    var files = new Aws.S3.Bucket("files");
});
