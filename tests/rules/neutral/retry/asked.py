"""Models that are asked again until the answer will do."""


def areas(self, prompt: str, max_retries: int):
    # evidence: neutral.retry/model-retry-loop
    for attempt in range(max_retries):
        found = read(self.llm.generate(prompt))
        if found:
            return found
    return None


def text(prompt: str) -> str:
    cur_try = 0
    # evidence: neutral.retry/model-retry-loop, neutral.retry/retry-loop
    while cur_try < 6:
        said = get_completion(prompt)
        if said:
            return said
        cur_try += 1
    # ok: neutral.retry/model-retry-loop
    while cur_try < 6:
        cur_try += len(prompt)
    return ""


async def reflect(self, problem: str) -> str:
    counter_retry = 0
    # evidence: neutral.retry/model-retry-loop, neutral.retry/retry-loop
    while True:
        try:
            return read(await send_inference(problem))
        except ValueError as error:
            log(error)
            counter_retry += 1
            if counter_retry > 2:
                raise
