// The second version of Amazon's library for JavaScript.
const AWS = require("aws-sdk");
const { OpenAI } = require("openai");

const documents = new AWS.DynamoDB.DocumentClient();
const openai = new OpenAI();

exports.keep = async (id, context) => {
  const talk = { TableName: process.env.TABLE, Item: { SessionId: id, Conversation: context } };
  // evidence: neutral.state/session-item
  await documents.put(talk).promise();
  // ok: neutral.state/session-item
  await documents.put({ TableName: "orders", Item: { id } }).promise();
  return openai.chat.completions.create({ model: process.env.MODEL, messages: [] });
};
