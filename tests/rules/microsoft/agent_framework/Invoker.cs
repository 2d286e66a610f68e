using Microsoft.Extensions.AI;

// evidence: microsoft.agent_framework/own-loop
public sealed class Invoker : FunctionInvokingChatClient
{
}

// ok: microsoft.agent_framework/own-loop
public sealed class Meter : DelegatingChatClient
{
}
