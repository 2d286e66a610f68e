"""Runs that are taken up again."""


# evidence: neutral.replay/own-checkpoint
class CheckpointManager:
    # evidence: neutral.replay/own-checkpoint
    def save_checkpoint(self, run: str) -> None:
        self.kept[run] = True

    # ok: neutral.replay/own-checkpoint
    def check(self, point: str) -> None:
        self.seen = point


# evidence: neutral.replay/own-checkpoint
async def resume_run(run: str) -> None:
    await desk.go_on(run)


def work(runs, redo_existing: bool) -> None:
    # evidence: neutral.replay/own-checkpoint
    if not redo_existing:
        runs = [run for run in runs if not done(run)]
    # ok: neutral.replay/own-checkpoint
    if existing(runs):
        report(runs)


# evidence: neutral.replay/own-checkpoint
@cl.on_chat_resume
async def back(thread):
    pass


# ok: neutral.replay/own-checkpoint
@cl.on_chat_start
async def begin():
    pass


# evidence: neutral.replay/own-checkpoint
class RunReplay:
    # ok: neutral.replay/own-checkpoint
    class ReplayBuffer:
        pass


def look(run, existing_run_ids) -> None:
    # evidence: neutral.replay/own-checkpoint
    if run["id"] in existing_run_ids:
        return
    # ok: neutral.replay/own-checkpoint
    if run["id"] in existing_ids and names:
        return
    # ok: neutral.replay/own-checkpoint
    if run["id"] in names:
        report(run)


def options(parser):
    # evidence: neutral.replay/own-checkpoint
    parser.add_argument("--resume", help="folder of the run to go on with")
    # ok: neutral.replay/own-checkpoint
    parser.add_argument("--rounds", type=int)


def run_all(args, cases) -> None:
    # evidence: neutral.replay/own-checkpoint
    if args.resume:
        cases = later(cases)
    for case in cases:
        if case.found:
            # evidence: neutral.replay/own-checkpoint
            log.info(f"Case {case.name} already processed, skipping")
            continue
        # ok: neutral.replay/own-checkpoint
        log.info(f"Case {case.name} is being processed")


def hire(resume, person) -> None:
    # ok: neutral.replay/own-checkpoint
    if resume.name == person:
        log.info("found")


class Known:
    # evidence: neutral.replay/own-checkpoint
    def from_checkpoint_path(self, path: str) -> None:
        self.kept = path


# evidence: neutral.replay/own-checkpoint
def get_last_processed_index(path: str) -> int:
    return int(read(path))


# ok: neutral.replay/own-checkpoint
def get_last_index(path: str) -> int:
    return int(read(path))
