"""Endpoints of this group, each loaded when it is first used."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from . import (
        compare_eval_runs as compare_eval_runs,
        create_eval_case as create_eval_case,
        delete_eval_case as delete_eval_case,
        export_eval_cases as export_eval_cases,
        get_eval_case as get_eval_case,
        get_eval_run as get_eval_run,
        import_eval_cases as import_eval_cases,
        list_eval_cases as list_eval_cases,
        list_eval_results as list_eval_results,
        list_eval_runs as list_eval_runs,
        score_eval_result as score_eval_result,
        score_eval_run as score_eval_run,
        start_eval_run as start_eval_run,
        update_eval_case as update_eval_case,
    )

__all__ = (
    "compare_eval_runs",
    "create_eval_case",
    "delete_eval_case",
    "export_eval_cases",
    "get_eval_case",
    "get_eval_run",
    "import_eval_cases",
    "list_eval_cases",
    "list_eval_results",
    "list_eval_runs",
    "score_eval_result",
    "score_eval_run",
    "start_eval_run",
    "update_eval_case",
)

if not TYPE_CHECKING:

    def __getattr__(name: str) -> Any:
        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from clientkit.operation import load_module

        return load_module(f".{name}", __name__)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
