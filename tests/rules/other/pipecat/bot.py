"""A voice agent of Pipecat."""

from pipecat.adapters.schemas.function_schema import FunctionSchema
from pipecat.frames.frames import EndFrame
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.runner import PipelineRunner
from pipecat.pipeline.task import PipelineTask
from pipecat.processors.aggregators.llm_context import LLMContext
from pipecat.services.google.gemini_live.llm import GeminiLiveLLMService
from pipecat.services.openai.llm import OpenAILLMService


async def main(transport, settings):
    llm = OpenAILLMService(
        # evidence: other.pipecat/model
        model="gpt-4o",
    )
    # ok: other.pipecat/model
    other = OpenAILLMService(model=settings.model)
    spoken = GeminiLiveLLMService(
        # evidence: other.pipecat/hosted-tool
        tools=[{"google_search": {}}],
    )
    # ok: other.pipecat/hosted-tool
    silent = GeminiLiveLLMService(tools=[])
    # evidence: other.pipecat/own-tool
    claims = FunctionSchema(name="claims", description="Finds claims.", properties={}, required=[])
    # evidence: other.pipecat/context
    context = LLMContext([{"role": "user", "content": "Hello"}], tools=[claims])
    # ok: other.pipecat/pipeline, other.pipecat/context, other.pipecat/own-tool
    pipeline = Pipeline([transport, llm, other, spoken, silent, EndFrame(), context])
    # evidence: other.pipecat/pipeline
    task = PipelineTask(
        pipeline,
        # evidence: other.pipecat/traces
        enable_tracing=True,
    )
    # ok: other.pipecat/traces
    # evidence: other.pipecat/pipeline
    await PipelineRunner().run(task)
