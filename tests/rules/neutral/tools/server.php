<?php

use Mcp\Client;
use Mcp\Server;

// evidence: neutral.tools/mcp-server-dynamic
$server = Server::builder()->setServerInfo('claims', '1.0.0')->build();
// evidence: neutral.tools/mcp-client-dynamic
$client = Client::builder()->setClientInfo('claims', '1.0.0')->build();
// ok: neutral.tools/mcp-server-dynamic
$other = \Shop\Server::builder()->build();
