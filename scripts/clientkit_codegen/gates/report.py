"""What the gates said, for people, for programs and for the pages of GitHub."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass

from clientkit_codegen.escaping import escape, safe_line, safe_lines
from clientkit_codegen.gates.finding import NOT_COMPARED, Finding


@dataclass(frozen=True)
class Outcome:
    """What came of a gate.

    Attributes:
        gate: Its name.
        findings: What it said.
        seconds: How long it took.
        again: What to type to run it once more; empty where that is plain.
        is_unchanged: Whether it was not run, for it held with exactly what is there now.
    """

    gate: str
    findings: list[Finding]
    seconds: float
    again: str = ""
    is_unchanged: bool = False

    @property
    def holds(self) -> bool:
        """Whether nothing that it said fails."""
        return not any(each.fails for each in self.findings)

    @property
    def status(self) -> str:
        """What it came to, in one word: ok, failed, or skipped when there was nothing to compare with."""
        skipped = any(each.rule == NOT_COMPARED for each in self.findings)
        return "failed" if not self.holds else "skipped" if skipped else "ok"


def as_text(outcomes: Iterable[Outcome]) -> int:
    """Print each gate as it ends, then how to run those again that failed; return the exit code."""
    failed, count = [], 0
    for each in outcomes:
        count += 1
        unchanged = "  (unchanged since it held)" if each.is_unchanged else ""
        print(f"{each.gate:<14}{each.status:<8}{each.seconds:5.1f} s{unchanged}", flush=True)
        for finding in each.findings:
            print(textwrap.indent(safe_lines(finding.text), "  "), flush=True)
        if not each.holds:
            failed.append(each)
    if again := " ".join(each.again for each in failed if each.again):
        print(f"\n{len(failed)} of {count} gates failed; again: clientkit check {again}")
    return 1 if failed else 0


def as_json(outcomes: Iterable[Outcome]) -> int:
    """Print one JSON array, an object for each gate; return the exit code."""
    done = list(outcomes)
    rows = [
        {
            "gate": each.gate,
            "ok": each.holds,
            "status": each.status,
            "seconds": round(each.seconds, 3),
            "unchanged": each.is_unchanged,
            "findings": [_row(finding) for finding in each.findings],
        }
        for each in done
    ]
    print(json.dumps(rows, indent=1))
    return int(not all(each.holds for each in done))


def _row(finding: Finding) -> dict[str, object]:
    row = asdict(finding)
    return {**row, **row.pop("facts")}


def as_annotations(outcomes: Iterable[Outcome]) -> int:
    """Print workflow commands of GitHub Actions next to the text; return the exit code."""
    done = list(outcomes)
    for each in done:
        for finding in each.findings:
            print(annotation(each.gate, finding), flush=True)
    return as_text(done)


def annotation(gate: str, finding: Finding) -> str:
    """Return a finding as a workflow command."""
    title = f"{gate}: {finding.rule}" if finding.rule else gate
    place = {"file": finding.file, "line": str(finding.line)} if finding.file else {}
    facts = ",".join(
        f"{key}={escape(safe_line(value), 'property')}" for key, value in {**place, "title": title}.items()
    )
    text = escape(safe_lines(finding.text), "workflow")
    return f"::{'error' if finding.fails else 'notice'} {facts}::{text}"


def as_sarif(outcomes: Iterable[Outcome]) -> int:
    """Print SARIF 2.1.0, which code scanning takes; return the exit code."""
    done = list(outcomes)
    found = [(each.gate, finding) for each in done for finding in each.findings]
    rules = sorted({_rule(gate, finding) for gate, finding in found})
    driver = {
        "name": "clientkit",
        "rules": [{"id": rule, "shortDescription": {"text": rule}} for rule in rules],
    }
    run = {"tool": {"driver": driver}, "results": [_result(gate, finding) for gate, finding in found]}
    report = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0", "runs": [run]}
    print(json.dumps(report, indent=1))
    return int(not all(each.holds for each in done))


def _rule(gate: str, finding: Finding) -> str:
    return f"{gate}/{finding.rule}" if finding.rule else gate


def _result(gate: str, finding: Finding) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": _rule(gate, finding),
        "level": "error" if finding.fails else "note",
        "message": {"text": finding.text},
    }
    if finding.file:
        place = {"artifactLocation": {"uri": finding.file}, "region": {"startLine": finding.line}}
        result["locations"] = [{"physicalLocation": place}]
    return result


REPORTERS: dict[str, Callable[[Iterable[Outcome]], int]] = {
    "text": as_text,
    "json": as_json,
    "github": as_annotations,
    "sarif": as_sarif,
}
