<?php

use Mcp\Client;
use Mcp\Server;

// evidence: neutral.tools/mcp-server-dynamic
$server = Server::builder()->setServerInfo('claims', '1.0.0')->build();
// evidence: neutral.tools/mcp-client-dynamic
$client = Client::builder()->setClientInfo('claims', '1.0.0')->build();
// ok: neutral.tools/mcp-server-dynamic
$other = \Shop\Server::builder()->build();

class Clock
{
    // evidence: neutral.tools/mcp-server-dynamic
    #[McpTool(name: 'current-time')]
    public function now(): string
    {
        return date('c');
    }

    // ok: neutral.tools/mcp-server-dynamic
    #[Tool(name: 'current-time')]
    public function then(): string
    {
        return date('c');
    }
}
