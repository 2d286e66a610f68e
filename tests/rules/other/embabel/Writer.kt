package desk

import com.embabel.agent.api.annotation.AchievesGoal
import com.embabel.agent.api.annotation.Action
import com.embabel.agent.api.annotation.Agent
import com.embabel.agent.api.annotation.LlmTool
import com.embabel.agent.api.invocation.AgentInvocation

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
}
