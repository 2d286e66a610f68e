"""Functions that keep what was said, and others of a like name."""


class Desk:
    # evidence: neutral.state/session-function
    def save_state(self, phase: str) -> None:
        self.kept.write(phase)

    # ok: neutral.state/session-function
    def save_stateless(self, phase: str) -> None:
        self.kept.write(phase)

    # evidence: neutral.state/session-function
    async def save_conversation_to_db(self, talk: str) -> None:
        await self.kept.write(talk)


# evidence: neutral.state/session-function
def load_chat_history(user: str) -> list[str]:
    return kept.read(user)


# evidence: neutral.state/session-function
def store_message(session_id: str, text: str) -> None:
    kept.write(session_id, text)


# ok: neutral.state/session-function
def save_history_plot(path: str) -> None:
    plot.write(path)


# ok: neutral.state/session-function
def load_messages_of_language(code: str) -> dict[str, str]:
    return language.read(code)
