export const rollDice = {
  // evidence: openai.responses/tool-module
  type: "function",
  name: "roll_dice",
  parameters: {
    // ok: openai.responses/tool-module
    type: "object",
    properties: {},
  },
};

// ok: openai.responses/tool-module
export const isFunction = (value) => typeof value === "function";
export const alike = {
  // ok: openai.responses/tool-module
  type: "function",
  function: { name: "roll_dice", parameters: {} },
};
