"""What reads the pages that a verb is given: processes of this machine, or a cluster."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.output import USAGE, VerbError
from tui.settings.config import load_config
from tui.settings.page_budget import PageBudget
from tui.settings.paths import SettingsError
from tui.workflows.page_pool import PagePool


def page_budget(args: Namespace) -> PageBudget:
    """Return what a page may take, as config.toml says unless the arguments say otherwise. Raises `VerbError`."""
    given = {
        name: value for name in ("seconds", "memory", "workers") if (value := getattr(args, name)) is not None
    }
    try:
        return load_config().page.with_values(given)
    except SettingsError as error:
        raise VerbError(f"--{error}" if str(error).startswith(tuple(given)) else error, USAGE) from None


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
