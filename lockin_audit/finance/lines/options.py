"""Which lines an option has: by its product, its kind and the levers of the study."""

from __future__ import annotations

from collections.abc import Sequence

from lockin_audit.finance.lines import agreement, levers, meters, result, routing
from lockin_audit.finance.lines import option as lines
from lockin_audit.finance.lines.declared import Declared
from lockin_audit.finance.lines.levers import Levers
from lockin_audit.finance.model import ModelOption
from lockin_audit.finance.products import Product, products
from lockin_audit.finance.writer import Writer


def write_option(writer: Writer, option: ModelOption, found: Levers) -> None:
    """All lines of one option, from unit costs to results."""
    for leaf in option.leaves:
        _leaf(writer, leaf, found)
    if option.parts:
        group = f"{option.label}: monthly cost"
        for key in dict.fromkeys(line.key for part in reversed(option.parts) for line in writer.costs(part)):
            writer.joined(key, group, option)
        writer.add(lines.HYBRID_START, f"{option.label}: start", option=option)
    agreement.write_commitments(writer, option)
    writer.add(lines.SUBTOTALS, f"{option.label}: totals", option=option)
    _leaving(writer, option)
    writer.add((*result.OPTION, *result.BOARD), f"{option.label}: results", option=option)
    if any(line.key == "tokens" for line in writer.costs(option)):
        writer.add([result.BOARD_TOKENS], f"{option.label}: results", option=option)


def _leaf(writer: Writer, option: ModelOption, found: Levers) -> None:
    """What an option, or one part of a hybrid, costs each month."""
    product = products()[option.product] if option.product else None
    start = f"{option.label}: start"
    writer.add(_unit_costs(product, found), f"{option.label}: unit costs", option=option)
    writer.add(lines.OWNED_START if product is None else lines.MANAGED_START, start, option=option)
    for id in option.leaving:
        writer.add([lines.STILL_MANAGED], start, option=option, workflow=id)
    by_workflow = _by_workflow(writer, option, product, found)
    for id in option.workflows:
        place = f"{option.label}: {writer.scope.workflows[id]}"
        if product is None or product.bills_tokens:
            own = found.of(id)
            costs = lines.token_cost(hour="measured_1h" in own)
            writer.add((*costs, *(routing.PER_SESSION if "routing" in found.study else ())), place, option=option, workflow=id)
        writer.add(by_workflow, place, option=option, workflow=id)
    group = f"{option.label}: monthly cost"
    writer.add(_bills(writer, option, product, found), group, option=option)
    writer.add(_common(writer, option, product, found), group, option=option)
    for limit in product.limits if product else ():
        writer.add([meters.limit_use(limit)], f"{option.label}: documented limits", option=option)


def _unit_costs(product: Product | None, found: Levers) -> tuple[Declared, ...]:
    upkeep = levers.UPKEEP if product is None and "upkeep" in found.study else ()
    on_call = levers.ON_CALL_FLOOR if "on_call_floor" in found.study else ()
    owned = lines.OWNED_ONCE if product is None else ()
    return (*lines.COMMON_ONCE, levers.incident_cost(found), *upkeep, *on_call, *owned)


def _by_workflow(writer: Writer, option: ModelOption, product: Product | None, found: Levers) -> Sequence[Declared]:
    """Monthly lines of one workflow, beside its tokens per session."""
    made = [*lines.PEOPLE_BY_WORKFLOW]
    if "escalation" in found.study:
        made.append(levers.ESCALATIONS_BY_WORKFLOW)
    if product is None or product.bills_tokens:
        made.append(routing.TOKENS_BY_WORKFLOW if "routing" in found.study else lines.TOKENS_BY_WORKFLOW)
        if product is None or not product.searches_itself:
            made.append(lines.SEARCH_BY_WORKFLOW)
    if product is None:
        made += lines.OWNED_BY_WORKFLOW
    elif product.billing == "credits":
        made.append(lines.CREDITS_BY_WORKFLOW)
    for meter in product.meters if product else ():
        stepped = meter.each == "session" and writer.steps(meter.key, option) is not None
        made += meters.units_by_workflow(meter) if stepped else meters.meter_by_workflow(meter)
    return made


def _bills(writer: Writer, option: ModelOption, product: Product | None, found: Levers) -> list[Declared]:
    """What vendors are paid."""
    made: list[Declared] = []
    if product is None or product.bills_tokens:
        made.append(routing.TOKENS if "routing" in found.study else lines.TOKENS)
        if product is None or not product.searches_itself:
            made.append(lines.SEARCH)
    if product is None:
        steps = writer.steps("actions", option)
        made += meters.stepped_engine(steps) if steps else (lines.ENGINE,)
        made += lines.OWNED
        if "plan_share" in found.study:
            made.append(levers.PLAN_SHARE)
    elif product.billing == "credits":
        made += lines.CREDITS
    for meter in product.meters if product else ():
        steps = writer.steps(meter.key, option)
        made += meters.stepped_meter(meter, steps) if steps else (meters.meter(meter),)
    steps = writer.steps("trace_units", option)
    made += meters.stepped_traces(steps) if steps else (lines.TRACES,)
    if "seats" in found.study:
        made.append(levers.SEATS)
    if "storage" in found.study:
        made += levers.STORAGE
    if "support_share" in found.study:
        made += levers.SPEND
    return made


def _common(writer: Writer, option: ModelOption, product: Product | None, found: Levers) -> list[Declared]:
    """What stands beside the vendors' bills for use: people, plans, events, one-off work, and today's platform until the move."""
    made = [lines.PEOPLE[0], lines.PEOPLE[1]]
    if "escalation" in found.study:
        made.append(levers.ESCALATIONS)
    made.append(lines.OBSERVABILITY)
    made += levers.SUPPORT_SHARE if "support_share" in found.study else (lines.SUPPORT,)
    made += levers.staff(found, owned=product is None)
    if "upgrades" in found.study:
        made.append(levers.UPGRADES)
    made.append(lines.EVENTS[0])
    if "detection" in found.study:
        made += levers.DETECTION
    made.append(lines.EVENTS[1])
    if option.portable:
        made += (*lines.PORTABLE, lines.PORTABLE_FORCED_EXIT)
    elif product:
        made.append(lines.FORCED_EXIT)
    else:
        made += lines.OWNED_ONE_OFF
        if not option.whole and writer.scope.current(option) is not None:
            made += lines.CURRENT
    return made


def _leaving(writer: Writer, option: ModelOption) -> None:
    """The work and cost of leaving an option or its model; for a hybrid the sum of its parts."""
    group = f"{option.label}: leaving"
    for leaf in option.leaves:
        product = products()[leaf.product] if leaf.product else None
        leaves = product is not None and len(product.providers) == 1
        exit_work = lines.PORTABLE_EXIT_WORK if leaf.portable else lines.EXIT_WORK
        measured = {f"{leaf.id}.lockin_{key}" for key in ("ceiling", "months")} <= writer.measured
        writer.add(
            (lines.exit_factor(measured=measured), exit_work, lines.SWITCH_LEAVES if leaves else lines.SWITCH_SWAPS), group, option=leaf
        )
    if option.parts:
        writer.add(lines.HYBRID_LEAVING, group, option=option)
    writer.add((lines.EXIT_COST, lines.SWITCH), group, option=option)
