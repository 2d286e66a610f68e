"""Tools as code and configuration declare them: schemas, decorated functions, classes, action groups, OpenAPI, tool servers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lockin_audit.core.declared import DeclaredItem, DeclaredTool
from lockin_audit.scan import nesting
from lockin_audit.scan.declared.contracts import fit, items_of_function, items_of_schema, items_of_shape, purpose_of
from lockin_audit.scan.declared.openapi import operations
from lockin_audit.scan.declared.source import Node, Source
from lockin_audit.scan.declared.tree_values import tree_values
from lockin_audit.scan.declared.value import Function, Shape, Value, Written, walk

_DECORATORS = frozenset((
    "tool", "function_tool", "beta_tool", "beta_async_tool", "ai_function", "kernel_function", "tool_plain", "agent_tool", "define_tool",
    "register_tool",
))  # fmt: skip
_SCHEMAS = ("input_schema", "inputSchema", "parameters", "args_schema", "schema", "arguments", "parametersJsonSchema", "params_json_schema")
_LISTS = frozenset(("tools", "allowed_tools", "allowedtools", "functions", "functiondeclarations", "function_declarations", "bind_tools"))
_SERVERS = frozenset(("mcpservers", "mcp_servers"))
_SERVER_CALLS = ("MCPServerStdio", "MCPServerSse", "MCPServerStreamableHttp", "HostedMCPTool", "MCPToolset", "McpToolset", "MCPClient")
_NOT_TOOL = re.compile(
    r"(?i)(?:arguments?|param\w*|results?|calls?|messages?|choice|config|node|outputs?|response|request|error|event|use|list|set)$"
)
_BASES = frozenset(("BaseTool", "StructuredTool", "Tool", "FunctionTool"))


def tools(source: Source) -> Iterator[DeclaredTool]:
    """Every tool that is declared; one may come more than once, the fullest of one name is for the caller to choose."""
    for node in source.nodes():
        yield from _schema_tool(node, source)
        yield from _openapi(node)
        yield from _listed(node, source)
        yield from _servers(node)
        yield from _copilot(node)
    for written in source.files:
        for function in written.functions.values():
            mark = next((d for d in function.decorators if (d.call or d.name).rpartition(".")[2] in _DECORATORS), None)
            if mark is not None:
                yield _function_tool(function, written, mark)
        for shape in written.shapes.values():
            if any(base.rpartition(".")[2] in _BASES for base in shape.bases):
                yield _class_tool(shape, written, source)


def _schema_tool(node: Node, source: Source) -> Iterator[DeclaredTool]:
    value, written = node.value, node.written
    last = value.call.rpartition(".")[2]
    registered = last in ("registerTool", "tool", "addTool", "register_tool") and value.items and value.items[0].text
    schema, where = source.value(value.get(*_SCHEMAS), written)
    if schema is not None and where is not written and schema.name:
        where = written
    is_call = ("tool" in last.lower() and not _NOT_TOOL.search(last)) or last in ("FunctionDeclaration", "as_tool")
    name = (value.items[0].text or "") if registered else value.said("name", "tool_name", "toolName", *(("id",) if is_call else ()))
    if not name and is_call and node.key and node.key.isidentifier() and value.get("execute", "inputSchema", "parameters") is not None:
        name = node.key
    if not name or len(name) > 128 or _NOT_TOOL.search(last):
        return
    described = value.get("description", "tool_description", "toolDescription")
    is_schema = schema is not None and (schema.get("properties") is not None or schema.said("type") == "object")
    if not (registered or (is_call and (described or schema)) or is_schema or (schema is not None and described is not None)):
        return
    if value.get("paths") is not None or value.said("type").startswith(("Microsoft.", "AWS::")):
        return
    description, told_in = source.value(described, written)
    described = description if told_in is written else described
    purpose = fit(description.text, 600) if description is not None and description.text else ""
    if registered and not purpose and len(value.items) > 1 and value.items[1].text:
        described = value.items[1]
        purpose = fit(value.items[1].text, 600)
    if registered and schema is None:
        schema = Value(value.line, keys=[(k, v) for k, v in value.keys if v.call.startswith(("z.", "zod."))])
    inputs = items_of_schema(where.file, schema, shapes=source.shapes)
    outputs = items_of_schema(written.file, value.get("output_schema", "outputSchema"), shapes=source.shapes)
    target = value.get("func", "function", "coroutine", "handler") or (value.items[0] if value.items and value.items[0].name else None)
    if not inputs and target is not None and target.name and (found := source.function(target.name, written)) is not None:
        inputs, outputs = items_of_function(found[1].file, found[0])
    hints = value.get("annotations") or Value(0)
    yield DeclaredTool(
        name=fit(name, 128), purpose=purpose, inputs=tuple(inputs), outputs=tuple(outputs), file=written.file, line=value.line,
        purpose_line=described.line if purpose and described is not None else 0,
        changes={"true": False, "false": True}.get(_word(hints, "readOnlyHint")),
        repeatable={"true": True, "false": False}.get(_word(hints, "idempotentHint")),
    )  # fmt: skip


def _function_tool(function: Function, written: Written, mark: Value | None = None) -> DeclaredTool:
    inputs, outputs = items_of_function(written.file, function)
    named = mark.said("name", "name_override", "name_or_callback") if mark is not None else ""
    if mark is not None and not named and mark.items and mark.items[0].text:
        named = mark.items[0].text
    told = mark.get("description", "description_override") if mark is not None else None
    purpose = fit(told.text, 600) if told is not None and told.text else ""
    return DeclaredTool(
        name=fit(named or function.name, 128), purpose=purpose or purpose_of(function.doc), inputs=tuple(inputs), outputs=tuple(outputs),
        file=written.file, line=function.line, form="function",
        purpose_line=told.line if told is not None and purpose else function.doc_line,
    )  # fmt: skip


def _class_tool(shape: Shape, written: Written, source: Source) -> DeclaredTool:
    """A class that says its name, its description and the class of its arguments."""
    name, about = shape.values.get("name"), shape.values.get("description")
    arguments = shape.values.get("args_schema")
    schema = source.shapes.get(arguments.name.rpartition(".")[2]) if arguments is not None and arguments.name else None
    inputs: list[DeclaredItem] = items_of_shape(written.file, schema) if schema is not None else []
    outputs: list[DeclaredItem] = []
    run = written.functions.get(f"{shape.name}._run") or written.functions.get(f"{shape.name}._arun")
    if run is not None:
        taken, outputs = items_of_function(written.file, run)
        inputs = inputs or taken
    told = about.text if about is not None and about.text else purpose_of(shape.doc)
    return DeclaredTool(
        name=fit(name.text if name is not None and name.text else shape.name, 128), purpose=fit(told, 600), inputs=tuple(inputs),
        outputs=tuple(outputs), file=written.file, line=name.line if name is not None and name.text else shape.line,
        purpose_line=about.line if about is not None and about.text else shape.doc_line, form="function",
    )  # fmt: skip


def _listed(node: Node, source: Source) -> Iterator[DeclaredTool]:
    """Tools that are only named in a list of tools: functions, ready-made classes, what the runtime brings."""
    found = [(key, member) for key, member in node.value.keys if key.lower() in _LISTS]
    if node.value.call.rpartition(".")[2] == "bind_tools" and node.value.items:
        found.append(("tools", node.value.items[0]))
    for _, member in found:
        value, written = source.value(member, node.written)
        if value is not None and value.is_list:
            for item in value.items[:200]:
                yield from _listed_item(item, written, source)


def _listed_item(item: Value, written: Written, source: Source) -> Iterator[DeclaredTool]:
    name = item.name
    if item.call and (item.call.rpartition(".")[2] in ("FunctionTool", "function_tool", "tool") and item.items):
        name = item.items[0].name
    if name:
        found = source.function(name, written)
        if found is not None:
            mark = next((d for d in found[0].decorators if (d.call or d.name).rpartition(".")[2] in _DECORATORS), None)
            yield _function_tool(found[0], found[1], mark)
            return
        value, where = source.value(item, written)
        known = value is not None and not value.name and (value.get("name", "description") is not None or value.is_list)
        if not known and not name.startswith("self.") and "." not in name:
            line = value.line if value is not None and not value.name else item.line
            yield DeclaredTool(name=fit(name, 80), file=where.file, line=line, form="named")
    elif item.call and not item.said("name"):
        last = item.call.rpartition(".")[2]
        if last and last not in source.shapes and last[:1].isupper() and not last.startswith(_SERVER_CALLS) and last != "AgentTool":
            yield DeclaredTool(name=fit(last, 80), file=written.file, line=item.line, form="named")
    elif item.text and 1 < len(item.text) <= 80 and " " not in item.text.strip():
        yield DeclaredTool(name=fit(item.text, 80), file=written.file, line=item.line, form="named")
    elif item.said("type") and item.said("type") not in ("function", "custom", "mcp", "object") and item.get(*_SCHEMAS, "function") is None:
        yield DeclaredTool(name=fit(item.said("type"), 80), file=written.file, line=item.line, form="built-in")
    elif item.said("type") == "mcp":
        yield _server(item.said("server_label", "name") or "server", item, written)


def _servers(node: Node) -> Iterator[DeclaredTool]:
    value, written = node.value, node.written
    for key, member in value.keys:
        if key.lower() in _SERVERS:
            for name, server in member.keys:
                if server.keys:
                    yield _server(name, server, written)
            for server in member.items:
                if server.said("name", "server_label"):
                    yield _server(server.said("name", "server_label"), server, written)
    if value.call.rpartition(".")[2] in _SERVER_CALLS:
        yield _server(value.said("name", "server_label") or "server", value, written)


def _server(name: str, value: Value, written: Written) -> DeclaredTool:
    return DeclaredTool(name=fit(name, 80), file=written.file, line=value.line, form="server")


def _copilot(node: Node) -> Iterator[DeclaredTool]:
    """An action of a Copilot Studio agent: `kind: TaskDialog` with what the model reads of it."""
    value, written = node.value, node.written
    if value.said("kind") == "TaskDialog" and value.said("modelDisplayName"):
        inputs = items_of_schema(written.file, value.get("inputType") or value.get("inputs"))
        yield DeclaredTool(
            name=fit(value.said("modelDisplayName"), 128), purpose=fit(value.said("modelDescription"), 600),
            inputs=tuple(inputs), file=written.file, line=(value.get("modelDisplayName") or value).line,
            purpose_line=(value.get("modelDescription") or Value(0)).line,
        )  # fmt: skip


def _openapi(node: Node) -> Iterator[DeclaredTool]:
    """The operations of an OpenAPI document, also of one that stands as text in a template; functions of an action group."""
    value, written = node.value, node.written
    if value.get("openapi", "swagger") is not None and value.get("paths") is not None:
        yield from operations(written.file, value, value)
    embedded = value.text is not None and value.by_line and written.file.endswith((".yaml", ".yml", ".tf"))
    if embedded and value.text and "openapi" in value.text[:400] and "paths" in value.text:
        data = value.text.encode()
        if nesting.blocks(data) <= nesting.MOST_BLOCKS and nesting.brackets(data) <= nesting.MOST_BRACKETS:
            inner = tree_values(written.file, "json" if value.text.lstrip().startswith("{") else "yaml", data)
            for root in inner.values:
                for part in walk(root):
                    part.line += value.line - 1
                yield from operations(written.file, root, root)
    for name in ("functions", "member_functions"):
        listed = value.get(name)
        for item in _each(value, listed, name):
            told = item.get("parameters", "description")
            if item.said("name") and told is not None and item.call in ("", name):
                given = [v for k, v in item.keys if k.lower() == "parameters"]
                schema = given[0] if len(given) == 1 and not given[0].said("map_block_key") else Value(item.line, items=given)
                yield DeclaredTool(
                    name=fit(item.said("name"), 128), purpose=fit(item.said("description"), 600),
                    inputs=tuple(items_of_schema(written.file, schema)), file=written.file, line=item.line,
                    purpose_line=(item.get("description") or Value(0)).line,
                )  # fmt: skip


def _each(value: Value, listed: Value | None, name: str) -> Iterable[Value]:
    """Members of a list, or the repeated blocks of one name."""
    if listed is None:
        return ()
    return listed.items if listed.is_list else [v for k, v in value.keys if k.lower() == name]


def _word(value: Value, name: str) -> str:
    member = value.get(name)
    return member.word.lower() if member is not None else ""
