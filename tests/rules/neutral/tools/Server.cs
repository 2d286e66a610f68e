using ModelContextProtocol.Client;

public class Tools
{
    public async Task Offer(IServiceCollection services)
    {
        // evidence: neutral.tools/mcp-server-typed
        services.AddMcpServer().WithStdioServerTransport();
        // ok: neutral.tools/mcp-server-typed
        services.AddGrpcServer();
        // evidence: neutral.tools/mcp-client-typed
        var client = await McpClient.CreateAsync(transport);
        // ok: neutral.tools/mcp-client-typed
        var other = await GrpcClient.CreateAsync(transport);
    }
}
