package desk

import com.embabel.agent.api.annotation.AchievesGoal
import com.embabel.agent.api.annotation.Action
import com.embabel.agent.api.annotation.Agent
import com.embabel.agent.api.annotation.LlmTool
import com.embabel.agent.api.dsl.agent
import com.embabel.agent.api.invocation.AgentInvocation
import com.embabel.agent.api.models.OpenAiModels

// evidence: other.embabel/agent
@Agent(description = "Writes a story")
class Writer {
    // evidence: other.embabel/tool
    @LlmTool(description = "Looks up a word")
    // ok: other.embabel/tool
    fun lookUp(word: String): String = word

    // ok: other.embabel/agent
    @Action
    fun draft(text: String): String = text

    // evidence: other.embabel/agent
    val run = AgentInvocation.create(platform, Story::class.java)

    // evidence: other.embabel/model-constant
    val writing = runner.withLlm(OpenAiModels.GPT_41_MINI)

    // ok: other.embabel/model-constant
    val reading = runner.withLlm(own.GPT_41_MINI)
}

// evidence: other.embabel/agent
fun checker(words: Int) = agent(name = "checker", description = "Checks a story") {
}
