"""What reads the pages that a verb is given: processes of this machine, or a cluster."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Collection

from tui.cli.output import USAGE, VerbError, warn
from tui.settings.config_reader import load_config
from tui.settings.page_budget import PageBudget
from tui.settings.paths import SettingsError
from tui.workflows.page_pool import PagePool


def page_budget(args: Namespace) -> PageBudget:
    """Return what a page may take, as config.toml says unless the arguments say otherwise. Raises `VerbError`."""
    given = {
        name: value for name in ("seconds", "memory", "workers") if (value := getattr(args, name)) is not None
    }
    budget = settled_budget(given)
    try:
        return budget.with_values(given)
    except SettingsError as error:
        raise VerbError(f"--{error}", USAGE) from None


def settled_budget(given: Collection[str] = ()) -> PageBudget:
    """Return what config.toml lets a page take, and warn of all that is wrong in it.

    Raises `VerbError` where that may be about pages, and not about what is `given` otherwise.
    """
    config = load_config()
    for mistake in config.mistakes:
        warn(mistake.told)
    if any(each.table == "page" or not each.name for each in config.mistakes if each.name not in given):
        raise VerbError("what a page may take is not clear; mend config.toml first", USAGE)
    return config.page


def page_pool(args: Namespace) -> PagePool:
    """Return the pool. Raises `ClusterError`."""
    budget = page_budget(args)
    if not args.cluster:
        return PagePool(budget)
    if args.cluster.startswith(("postgresql:", "postgres:")):
        from tui.workflows.page_worker import QueuePool

        return QueuePool(args.cluster, budget)
    from tui.workflows.cluster_pool import ClusterPool

    return ClusterPool(args.cluster, budget)
