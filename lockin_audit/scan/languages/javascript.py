"""JavaScript, TypeScript and their JSX forms: facts of a module from its syntax tree."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from typing_extensions import override

from lockin_audit.scan.languages import expression
from lockin_audit.scan.languages.arguments import keys
from lockin_audit.scan.languages.bindings import Binding
from lockin_audit.scan.languages.code import Code, Guard
from lockin_audit.scan.languages.expression import Syntax, chains, text, unquoted
from lockin_audit.scan.languages.facts import Argument, Call, ClassShape, Import, Loop, Span
from lockin_audit.scan.languages.grammar import nth
from lockin_audit.scan.languages.lookalikes import canonical, package
from lockin_audit.scan.languages.origins import Chain
from lockin_audit.scan.languages.patterns import default_name, destructured, required, taken
from lockin_audit.scan.languages.scope import Scopes
from lockin_audit.scan.languages.typed_objects import TypedObjects

if TYPE_CHECKING:
    from tree_sitter import Node

SYNTAX = Syntax(
    names=frozenset(("identifier", "this")),
    members={"member_expression": ("object", "property")},
    calls={"call_expression": "function", "new_expression": "constructor"},
    subscripts={"subscript_expression": ("object", "index")},
    transparent=frozenset(("await_expression", "parenthesized_expression", "as_expression", "satisfies_expression", "non_null_expression")),
    choices={"binary_expression": (0, 1), "ternary_expression": (1, 2)},
    mappings=frozenset(("object",)),
    sequences=frozenset(("array",)),
    strings=frozenset(("string", "template_string")),
    splats=frozenset(("spread_element",)),
    bare_keys=frozenset(("property_identifier",)),
    shorthand="shorthand_property_identifier",
)

_COMMON = """
(import_statement) @import (call_expression) @call (new_expression) @call (variable_declarator) @declare (assignment_expression) @assign
(class_declaration) @class (class) @class (function_declaration) @function (function_expression) @function (arrow_function) @function
(generator_function_declaration) @function (method_definition) @function (return_statement (_) @return) (string) @string
(template_string) @string (string_fragment) @content (comment) @comment (if_statement) @branch
(try_statement) @branch (switch_statement) @branch (for_statement) @loop (for_in_statement) @loop (while_statement) @loop
(do_statement) @loop (try_statement) @try (export_statement) @export
"""
_JAVASCRIPT = "(field_definition) @field"
_TYPESCRIPT = """
(public_field_definition) @field (type_annotation) @type (type_arguments) @type (interface_declaration) @type (type_alias_declaration) @type
(literal_type) @type (abstract_class_declaration) @class (type_alias_declaration) @alias (satisfies_expression) @typed
(as_expression) @typed (required_parameter value: (_)) @parameter
"""


class JavaScriptCode(Code):
    """One JavaScript module."""

    syntax = SYNTAX
    query = _COMMON + _JAVASCRIPT

    @override
    def scope_spans(self) -> Iterable[tuple[int, int, str, str]]:
        for kind in ("class", "function"):
            for node in self.found.get(kind, ()):
                name = node.child_by_field_name("name")
                yield (node.start_byte, node.end_byte, kind, text(name) if name is not None else "")

    @override
    def bind(self, scopes: Scopes) -> None:
        self._index = {(scope.start, scope.end): number for number, scope in enumerate(scopes.all)}
        for node in self.found.get("class", ()):
            self._class(node, scopes)
        for node in self.found.get("function", ()):
            self._function(node, scopes)
        for node in self.found.get("return", ()):
            scope = scopes.all[scopes.at(node.start_byte)]
            if scope.kind == "function":
                scope.returns += [(one, node.start_byte) for one in chains(node, SYNTAX)] or [((), node.start_byte)]
        for node in self.found.get("declare", ()):
            target, value = node.child_by_field_name("name"), node.child_by_field_name("value")
            annotation = node.child_by_field_name("type")
            self._target(target, value, node, scopes, expression.annotated(text(annotation)) if annotation is not None else ())
        for node in self.found.get("assign", ()):
            self._target(node.child_by_field_name("left"), node.child_by_field_name("right"), node, scopes, (), declared=False)
        for node in self.found.get("field", ()):
            name = node.child_by_field_name("name") or node.child_by_field_name("property")
            annotation, value = node.child_by_field_name("type"), node.child_by_field_name("value")
            if name is not None:
                classes = expression.annotated(text(annotation)) if annotation is not None else ()
                scopes.bind_attribute(node.start_byte + 1, text(name).lstrip("#"), self._binding(value, node, classes))
        for node in self.found.get("export", ()):
            self._default(node, scopes)

    def _class(self, node: Node, scopes: Scopes) -> None:
        number = self._index[node.start_byte, node.end_byte]
        scope = scopes.all[number]
        if scope.name:
            scopes.bind(scope.parent, scope.name, Binding(node.start_byte, "class", scope=number))
        for child in node.named_children:
            if child.type == "class_heritage":
                for item in child.named_children:
                    base = item.child_by_field_name("value") if item.type == "extends_clause" else item
                    scope.bases += chains(base, SYNTAX)

    def _function(self, node: Node, scopes: Scopes) -> None:
        number = self._index[node.start_byte, node.end_byte]
        scope = scopes.all[number]
        if scope.name:
            scopes.bind(scope.parent, scope.name, Binding(node.start_byte, "function", scope=number))
        scope.getter = node.type == "method_definition" and any(child.type == "get" for child in node.children[:3])
        returned = node.child_by_field_name("return_type")
        if returned is not None:
            scope.returns += [((*one, "()"), node.start_byte) for one in expression.annotated(text(returned))]
        body = node.child_by_field_name("body")
        if node.type == "arrow_function" and body is not None and body.type != "statement_block":
            scope.returns += [(one, body.start_byte) for one in chains(body, SYNTAX)] or [((), body.start_byte)]
        single = node.child_by_field_name("parameter")
        if single is not None and single.type == "identifier":
            scopes.bind(number, text(single), Binding(single.start_byte, "value"))
        parameters = node.child_by_field_name("parameters")
        for parameter in parameters.named_children if parameters is not None else ():
            self._parameter(parameter, number, scopes)

    def _parameter(self, parameter: Node, scope: int, scopes: Scopes) -> None:
        name = (
            parameter
            if parameter.type == "identifier"
            else parameter.child_by_field_name("pattern") or parameter.child_by_field_name("left")
        )
        annotation = parameter.child_by_field_name("type")
        value = parameter.child_by_field_name("value") or parameter.child_by_field_name("right")
        if name is None:
            return
        if name.type == "object_pattern":
            for local, _ in destructured(name):
                scopes.bind(scope, local, Binding(parameter.start_byte, "value"))
        if name.type != "identifier":
            return
        binding = self._binding(value, parameter, expression.annotated(text(annotation)) if annotation is not None else ())
        binding.position = parameter.start_byte
        scopes.bind(scope, text(name), binding)
        if any(child.type == "accessibility_modifier" for child in parameter.named_children):
            scopes.bind_attribute(parameter.start_byte, text(name), binding)

    def _binding(self, value: Node | None, node: Node, classes: tuple[Chain, ...]) -> Binding:
        return Binding(node.end_byte - 1, "value", chains(value, SYNTAX), classes, node=value)

    def _target(
        self, target: Node | None, value: Node | None, node: Node, scopes: Scopes, classes: tuple[Chain, ...], *, declared: bool = True
    ) -> None:
        if target is None:
            return
        scope = scopes.at(node.start_byte)
        module = required(value)
        if target.type == "identifier":
            name = text(target)
            if module:
                scopes.bind(scope, name, Binding(node.start_byte, "import", module=module))
                return
            if value is not None and (value.start_byte, value.end_byte) in self._index and value.type != "class":
                scopes.bind(scope, name, Binding(node.start_byte, "function", scope=self._index[value.start_byte, value.end_byte]))
                return
            binding = self._binding(value, node, classes)
            scopes.bind(scope if declared else self._declaring(name, scope, scopes), name, binding)
        elif target.type == "object_pattern":
            made = chains(value, SYNTAX)
            for local, member in destructured(target):
                if module:
                    scopes.bind(scope, local, Binding(node.start_byte, "import", module=module, name=member))
                else:
                    scopes.bind(scope, local, Binding(node.end_byte - 1, "value", tuple((*one, member) for one in made)))
        elif target.type == "member_expression":
            owner, name_node = target.child_by_field_name("object"), target.child_by_field_name("property")
            if owner is None or name_node is None:
                return
            if owner.type == "this":
                scopes.bind_attribute(node.start_byte, text(name_node), self._binding(value, node, classes))
            elif owner.type == "identifier":
                scopes.bind(scope, text(owner) + "[]", Binding(node.start_byte, "value", name=text(name_node), node=value))
                if text(owner) == "exports" or text(target) == "module.exports":
                    self._exported(text(name_node), value, node, scopes)

    def _declaring(self, name: str, scope: int, scopes: Scopes) -> int:
        """The scope that declares a name which is assigned without `let`."""
        index = scope
        for _ in range(64):
            if name in scopes.all[index].bindings:
                return index
            if index <= 0:
                break
            index = scopes.all[index].parent
        return scope

    def _exported(self, name: str, value: Node | None, node: Node, scopes: Scopes) -> None:
        if name == "exports" and value is not None and value.type != "object":
            name = "default"
        if name != "exports" and value is not None:
            scopes.bind(0, name, self._binding(value, node, ()))

    def _default(self, node: Node, scopes: Scopes) -> None:
        self._hand_on(node, scopes)
        if any(child.type == "default" for child in node.children[:3]):
            value = node.child_by_field_name("value")
            declaration = node.child_by_field_name("declaration")
            if value is not None:
                number = self._index.get((value.start_byte, value.end_byte))
                if number is not None:
                    kind = scopes.all[number].kind
                    scopes.bind(0, "default", Binding(node.start_byte, "class" if kind == "class" else "function", scope=number))
                else:
                    scopes.bind(0, "default", Binding(node.end_byte - 1, "value", chains(value, SYNTAX), node=value))
            elif declaration is not None and (declaration.start_byte, declaration.end_byte) in self._index:
                number = self._index[declaration.start_byte, declaration.end_byte]
                kind = scopes.all[number].kind
                scopes.bind(0, "default", Binding(node.start_byte, "class" if kind == "class" else "function", scope=number))

    def _hand_on(self, node: Node, scopes: Scopes) -> None:
        """`export { client as c } from "./client"`, `export * from "./client"` and `export { imported }`."""
        source = node.child_by_field_name("source")
        module = unquoted(text(source)) if source is not None else ""
        for clause in node.named_children:
            if clause.type == "export_clause":
                for part in clause.named_children:
                    name, alias = part.child_by_field_name("name"), part.child_by_field_name("alias")
                    if name is None:
                        continue
                    given = text(alias) if alias is not None else text(name)
                    if module:
                        scopes.handed_on.append((given, module, text(name)))
                    else:
                        scopes.handed_on += [
                            (given, item.module, item.name) for item in self.imports if item.alias == text(name) and item.name
                        ]
        if module and any(child.type == "*" for child in node.children):
            scopes.handed_on.append(("*", module, "*"))

    @override
    def imported(self) -> Iterable[Import]:
        for node in self.found.get("import", ()):
            source = node.child_by_field_name("source")
            if source is None:
                continue
            module = canonical(package(unquoted(text(source))))
            bare = True
            for clause in node.named_children:
                if clause.type != "import_clause":
                    continue
                for item in clause.named_children:
                    bare = False
                    if item.type == "identifier":
                        yield Import(module, default_name(module, text(item)), text(item), item.start_byte, item.end_byte)
                    elif item.type == "namespace_import" and nth(item, 0) is not None:
                        yield Import(module, "", text(item.named_children[0]), item.start_byte, item.end_byte)
                    elif item.type == "named_imports":
                        for part in item.named_children:
                            name, alias = part.child_by_field_name("name"), part.child_by_field_name("alias")
                            if name is not None:
                                local = text(alias) if alias is not None else text(name)
                                imported = text(name)
                                yield Import(
                                    module,
                                    default_name(module, local) if imported == "default" else imported,
                                    local,
                                    part.start_byte,
                                    part.end_byte,
                                )
            if bare:
                yield Import(module, "", "", node.start_byte, node.end_byte)
        for node in self.found.get("declare", ()):
            module = required(node.child_by_field_name("value"))
            target = node.child_by_field_name("name")
            if not module or target is None:
                continue
            if target.type == "identifier":
                yield Import(module, "", text(target), target.start_byte, target.end_byte)
            elif target.type == "object_pattern":
                for local, member in destructured(target):
                    yield Import(module, member, local, target.start_byte, target.end_byte)
            else:
                yield Import(module, "", "", node.start_byte, node.end_byte)

    @override
    def substituted(self, node: Node) -> str:
        if node.type == "template_string":
            return "".join("{}" if part.type == "template_substitution" else text(part) for part in node.named_children)
        body = unquoted(text(node))
        return expression.unescaped(body) if "\\" in body else body

    @override
    def reads(self) -> tuple[tuple[str, int, int], ...]:
        found: list[tuple[str, int, int]] = []
        for node in self.found.get("declare", ()):
            pattern, value = node.child_by_field_name("name"), node.child_by_field_name("value")
            if pattern is not None and pattern.type == "object_pattern" and not required(value):
                made = chains(value, SYNTAX) or (("?",),)
                found += taken(pattern, ".".join(made[0]), 0)
        for node in self.found.get("loop", ()):
            pattern = node.child_by_field_name("left")
            if pattern is not None and pattern.type == "object_pattern":
                found += taken(pattern, "?", 0)
        return tuple(found)

    @override
    def ignored(self) -> Iterable[Span]:
        for node in self.found.get("import", ()):
            yield _span(node)
        for node in self.found.get("type", ()):
            yield _span(node)
        for node in self.found.get("export", ()):
            source = node.child_by_field_name("source")
            if source is not None:
                yield _span(source)
        for node in self.found.get("call", ()):
            if node.end_byte - node.start_byte < 200 and required(node):
                yield _span(node)

    @override
    def base_spans(self) -> Iterable[Span]:
        for node in self.found.get("class", ()):
            for child in node.named_children:
                if child.type == "class_heritage":
                    yield _span(child)

    @override
    def loop_shapes(self) -> tuple[Loop, ...]:
        guards = []
        for node in self.found.get("try", ()):
            body, handler = node.child_by_field_name("body"), node.child_by_field_name("handler")
            if body is not None and handler is not None:
                guards.append(Guard(_span(node), _span(body), (_span(handler),)))
        loops = []
        for node in self.found.get("loop", ()):
            body = node.child_by_field_name("body")
            over = node.type in ("for_statement", "for_in_statement")
            if node.type == "do_statement":
                condition = node.child_by_field_name("condition")
                head = _span(condition) if condition is not None else _span(node)
            else:
                head = (node.start_byte, body.start_byte if body is not None else node.end_byte)
            loops.append((_span(node), head, over))
        return self.assemble(loops, guards)

    @override
    def class_shapes(self) -> tuple[ClassShape, ...]:
        shapes = []
        for node in self.found.get("class", ()):
            name = node.child_by_field_name("name")
            if name is not None:
                body = node.child_by_field_name("body")
                end = body.start_byte if body is not None else node.end_byte
                outer = node.parent
                first = outer.start_byte if outer is not None and outer.type == "export_statement" else node.start_byte
                around = self.slice((first, name.start_byte)) + self.slice((name.end_byte, end))
                shapes.append(ClassShape(text(name), around, (name.start_byte, node.end_byte)))
        return tuple(shapes)


class TypeScriptCode(JavaScriptCode):
    """One TypeScript module; its types are erased and are no evidence."""

    query = _COMMON + _TYPESCRIPT

    @override
    def _calls(self) -> Iterable[Call]:
        vendors = TypedObjects(item for item in self.imports if self.look_up(item.module, "") is None)
        return sorted((*super()._calls(), *vendors.calls(self.found, self._keys, self._follow)), key=_place)

    def _keys(self, value: Node, key: str) -> tuple[Argument, ...]:
        return keys(value, key, SYNTAX, self.scopes)

    def _follow(self, chain: Chain, position: int) -> tuple[str, ...]:
        return self.scopes.resolve(chain, position)


def _place(call: Call) -> tuple[int, int]:
    return (call.start, -call.end)


def _span(node: Node) -> Span:
    return (node.start_byte, node.end_byte)
