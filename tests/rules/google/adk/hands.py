"""Work that is handed a runner made elsewhere."""


async def work(runner, shop, message, session):
    # evidence: google.adk/handed-runner
    async for event in runner.run_async(user_id="desk", session_id=session, new_message=message):
        print(event)
    # ok: google.adk/handed-runner
    await shop.run_async(message)
