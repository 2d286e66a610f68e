export async function open(settings, page) {
  const { token } = await (await fetch(settings.tokens)).json();
  // evidence: microsoft.copilot_studio/web-chat
  const line = window.WebChat.createDirectLine({ token });
  // ok: microsoft.copilot_studio/web-chat
  const store = window.WebChat.createStore();
  // evidence: microsoft.copilot_studio/token-address
  const other = await fetch("https://desk.example/powervirtualagents/directline/token?api-version=2022-03-01-preview");
  return [line, store, other, page];
}
