// ok: neutral.state/session-table-declared
resource userMessages 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-12-01-preview' existing = {
  parent: database
  name: userThreadName
}

resource kept 'Microsoft.DocumentDB/databaseAccounts/sqlDatabases/containers@2024-12-01-preview' = {
  parent: database
  // evidence: neutral.state/session-table-declared
  name: 'conversations'
}
