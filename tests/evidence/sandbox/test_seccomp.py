from __future__ import annotations

import re
from pathlib import Path

import pytest

from tawthiq.evidence.sandbox import seccomp

HEADERS = {
    "x86_64": "/usr/include/x86_64-linux-gnu/asm/unistd_64.h",
    "aarch64": "/usr/include/asm-generic/unistd.h",
}
ALLOW, KILL = 0x7FFF0000, 0x80000000
EPERM, ENOSYS = 0x00050001, 0x00050026
SELF = 4242


def numbers(machine: str) -> dict[str, int]:
    header = Path(HEADERS[machine])
    if not header.exists():
        pytest.skip("the headers of the kernel are not installed")
    found = re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", header.read_text())
    return {name: int(number) for name, number in found}


@pytest.mark.parametrize("machine", HEADERS)
def test_the_numbers_are_those_of_the_kernel(machine: str) -> None:
    real = numbers(machine)
    named = {**seccomp.REFUSED[machine], **seccomp.ABSENT}
    looked_at = seccomp.MACHINES[machine]
    for name in ("openat", "open", "clone", "tgkill", "prlimit64"):
        if getattr(looked_at, name) is not None:
            named[name] = getattr(looked_at, name)
    assert {name: real.get(name, number) for name, number in named.items()} == named
    assert len(set(named) & set(real)) > 50


def judged(machine: str, number: int, *arguments: int, audit: int | None = None) -> int:
    """Run the filter as the kernel does; what it decides about a call."""
    data = {0: number, 4: audit if audit is not None else seccomp.MACHINES[machine].audit}
    data |= {16 + 8 * index: argument & 0xFFFFFFFF for index, argument in enumerate(arguments)}
    program, at, value = list(seccomp._program(machine, SELF)), 0, 0
    while True:
        code, if_true, if_false, operand = program[at]
        at += 1
        match code:
            case 0x20:
                value = data.get(operand, 0)
            case 0x54:
                value &= operand
            case 0x15:
                at += if_true if value == operand else if_false
            case 0x35:
                at += if_true if value >= operand else if_false
            case 0x06:
                return operand


@pytest.mark.parametrize("machine", seccomp.MACHINES)
def test_every_call_that_is_named_is_refused_and_reading_is_not(machine: str) -> None:
    for number in seccomp.REFUSED[machine].values():
        assert judged(machine, number) == EPERM
    for number in seccomp.ABSENT.values():
        assert judged(machine, number) == ENOSYS
    real = numbers(machine)
    for name in ("read", "write", "mmap", "brk", "futex", "exit_group", "lseek", "munmap"):
        assert judged(machine, real[name], 1, 2, 3) == ALLOW


@pytest.mark.parametrize("machine", seccomp.MACHINES)
def test_files_may_be_opened_for_reading_only(machine: str) -> None:
    openat = seccomp.MACHINES[machine].openat
    assert judged(machine, openat, -100, 0, 0o2000000) == ALLOW  # O_RDONLY | O_CLOEXEC
    for flags in (0o1, 0o2, 0o100, 0o1000, 0o2000, 0o101):
        assert judged(machine, openat, -100, 0, flags) == EPERM


@pytest.mark.parametrize("machine", seccomp.MACHINES)
def test_threads_may_be_started_and_processes_not(machine: str) -> None:
    clone = seccomp.MACHINES[machine].clone
    assert judged(machine, clone, 0x3D0F00) == ALLOW  # as glibc starts a thread
    assert judged(machine, clone, 0x1200011) == EPERM  # as it forks


@pytest.mark.parametrize("machine", seccomp.MACHINES)
def test_a_process_may_end_itself_and_nobody_else(machine: str) -> None:
    tgkill = seccomp.MACHINES[machine].tgkill
    assert judged(machine, tgkill, SELF, SELF, 6) == ALLOW
    assert judged(machine, tgkill, SELF + 1, SELF + 1, 6) == EPERM


def test_other_tables_of_calls_are_deadly() -> None:
    assert judged("x86_64", 0, audit=0x40000003) == KILL  # calls of 32 bits
    assert judged("x86_64", 0x40000000 + 41) == KILL  # the other set of numbers
