import { AzureCosmsosDBNoSQLChatMessageHistory } from "@langchain/azure-cosmosdb";
import { FileSystemChatMessageHistory } from "@langchain/community/stores/message/file_system";
import { FileSystemChatMessageHistory as Files } from "./files";

// evidence: langchain.langchain/message-history
const kept = new AzureCosmsosDBNoSQLChatMessageHistory({ sessionId, userId });
// evidence: langchain.langchain/message-history
const local = new FileSystemChatMessageHistory({ sessionId, userId });
// ok: langchain.langchain/message-history
const other = new Files({ sessionId });
