using Microsoft.SemanticKernel;

public class Prompts(Kernel kernel)
{
    // evidence: microsoft.agent_framework/prompt-run
    private readonly KernelFunction chat = kernel.CreateFunctionFromPromptyFile("claims.prompty");

    // evidence: microsoft.agent_framework/prompt-run
    public Task<FunctionResult> Ask(string text) => kernel.InvokePromptAsync(text);

    // evidence: microsoft.agent_framework/prompt-run
    public Task<FunctionResult> Run(KernelFunction function) => kernel.InvokeAsync(function);

    // ok: microsoft.agent_framework/prompt-run
    public Task<string> Read(string path) => File.ReadAllTextAsync(path);
}
