package desk;

import com.microsoft.semantickernel.Kernel;
import com.microsoft.semantickernel.semanticfunctions.annotations.DefineKernelFunction;
import com.microsoft.semantickernel.services.chatcompletion.ChatHistory;

class Plugin {
    // evidence: microsoft.agent_framework/tool
    @DefineKernelFunction(name = "Read", description = "Reads a document.")
    public String read(String name) {
        // evidence: microsoft.agent_framework/agent
        Kernel kernel = Kernel.builder().build();
        // evidence: microsoft.agent_framework/history-store
        ChatHistory history = new ChatHistory();
        // ok: microsoft.agent_framework/agent
        Press press = Press.builder().build();
        return name;
    }
}
