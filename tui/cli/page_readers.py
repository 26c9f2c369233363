"""What reads the pages that a verb is given: processes of this machine, or a cluster."""

from __future__ import annotations

from argparse import Namespace

from tui.cli.output import USAGE, VerbError
from tui.settings.config import load_config
from tui.settings.paths import SettingsError
from tui.workflows.page_pool import PagePool


def page_pool(args: Namespace) -> PagePool:
    """Return the pool, as config.toml says unless the arguments say otherwise. Raises `VerbError`."""
    given = {
        name: value for name in ("seconds", "memory", "workers") if (value := getattr(args, name)) is not None
    }
    try:
        budget = load_config().page.with_values(given)
    except SettingsError as error:
        raise VerbError(f"--{error}" if str(error).startswith(tuple(given)) else error, USAGE) from None
    if not args.cluster:
        return PagePool(budget)
    from tui.workflows.far_pool import ClusterError

    try:
        if args.cluster.startswith(("postgresql:", "postgres:")):
            from tui.workflows.page_worker import QueuePool

            return QueuePool(args.cluster, budget)
        from tui.workflows.cluster_pool import ClusterPool

        return ClusterPool(args.cluster, budget)
    except ClusterError as error:
        raise VerbError(error) from None
