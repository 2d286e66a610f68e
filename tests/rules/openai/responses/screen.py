"""Actions on a screen, asked for by web address in a module of its own: fixture, never imported."""


class Desk:
    # evidence: openai.responses/model-id
    def __init__(self, computer, ask, model="computer-use-preview"):
        self.computer = computer
        self.ask = ask
        self.model = model
        # evidence: openai.responses/tool-settings
        self.tools = [{"type": "computer-preview", "display_width": 1024, "environment": "browser"}]
        # ok: openai.responses/tool-settings
        self.screen = {"type": "computer-screen"}

    def handle(self, item):
        if item["type"] == "function_call":
            # evidence: openai.responses/own-loop-answers
            return [{"type": "function_call_output", "call_id": item["call_id"], "output": "done"}]
        # evidence: openai.responses/own-loop-screen
        return [{"type": "computer_call_output", "call_id": item["call_id"], "output": self.computer.shot()}]
        # ok: openai.responses/own-loop-answers, openai.responses/own-loop-screen
        return [{"type": "printer_call_output", "call_id": item["call_id"]}]
