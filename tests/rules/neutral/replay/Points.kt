class Points {
    fun open() {
        statement.execute(
            """
            // evidence: neutral.replay/checkpoint-table
            create table if not exists checkpoints (
                id text primary key
            )
            """,
        )
        // ok: neutral.replay/checkpoint-table
        statement.execute("create table orders (id text)")
        // evidence: neutral.replay/checkpoint-kept
        store.saveCheckpoint(id, "turn completed")
        // ok: neutral.replay/checkpoint-kept
        store.saveOrder(id)
    }
}
