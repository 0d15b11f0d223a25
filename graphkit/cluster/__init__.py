"""The pipeline's chunks on a Dask cluster, and folders at a URL; the extra ``cluster``."""

from graphkit.cluster.dask import run_on_cluster
from graphkit.cluster.remote import RemoteFolder, open_folder, run_here

__all__ = ["RemoteFolder", "open_folder", "run_here", "run_on_cluster"]
