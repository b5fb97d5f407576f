"""The job template: one step whose tasks answer the asks of one file each.

Source: Open Job Description, template schema 2023-09; AWS Deadline Cloud's job bundles (a folder of
``template.json``, ``parameter_values.json`` and ``asset_references.json``).
"""

from __future__ import annotations

from typing import Any

SPECIFICATION = "jobtemplate-2023-09"
STEP = "Answer"
PYTHON = "python3"
"""Program on the worker that has Second Unit installed; a parameter, so a farm may change it."""

MEMORY_MIB = 2048


def job_template(name: str, tasks: int, task_seconds: int = 3600) -> dict[str, Any]:
    """The template of a job.

    Args:
        name: What the farm shows; no script text.
        tasks: How many files of asks there are.
        task_seconds: Longest time that one of them may take.
    """
    return {
        "specificationVersion": SPECIFICATION,
        "name": name[:128],
        "parameterDefinitions": [
            {
                "name": "Work",
                "type": "PATH",
                "objectType": "DIRECTORY",
                "dataFlow": "INOUT",
                "description": "Folder of the asks, the media they name and the answers.",
            },
            {
                "name": "Python",
                "type": "STRING",
                "default": PYTHON,
                "description": "Python that has secondunit installed.",
            },
        ],
        "steps": [
            {
                "name": STEP,
                "parameterSpace": {
                    "taskParameterDefinitions": [
                        {"name": "Task", "type": "INT", "range": f"1-{tasks}"}
                    ]
                },
                "hostRequirements": {
                    "amounts": [{"name": "amount.worker.memory", "min": MEMORY_MIB}]
                },
                "script": {
                    "actions": {
                        "onRun": {
                            "command": "{{Param.Python}}",
                            "args": [
                                "-m",
                                "secondunit",
                                "farm",
                                "task",
                                "{{Param.Work}}",
                                "{{Task.Param.Task}}",
                            ],
                            "timeout": task_seconds,
                        }
                    }
                },
            }
        ],
    }


def parameter_values(work: str) -> dict[str, Any]:
    """The values that go with the template."""
    return {"parameterValues": [{"name": "Work", "value": work}]}


def asset_references(work: str) -> dict[str, Any]:
    """What a farm without a shared disk has to be sent, and brings back."""
    return {
        "assetReferences": {
            "inputs": {"filenames": [], "directories": [work]},
            "outputs": {"directories": [work]},
            "referencedPaths": [],
        }
    }
