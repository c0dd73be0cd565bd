#!/usr/bin/env bash
# Builds, checks the format and runs every test; the last line is "N passed, N failed, N skipped".
# On Debian it first installs what the tests need and the machine lacks. Listens on loopback only; leaves nothing running.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
export CI="${CI:-true}"

results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT

install_missing() {
  local packages=()
  command -v git >/dev/null || packages+=(git)
  command -v curl >/dev/null || packages+=(curl)
  command -v ip >/dev/null || packages+=(iproute2)
  command -v node >/dev/null || packages+=(nodejs)
  command -v npm >/dev/null || packages+=(npm)
  command -v chromium >/dev/null || packages+=(chromium)
  command -v dotnet >/dev/null || {
    echo "The .NET SDK of global.json is missing; see https://dotnet.microsoft.com/download" >&2
    return 1
  }
  ((${#packages[@]})) || return 0
  command -v apt-get >/dev/null || {
    echo "Install these, which the tests need: ${packages[*]}" >&2
    return 1
  }
  local sudo=()
  ((EUID == 0)) || sudo=(sudo)
  "${sudo[@]}" apt-get update -qq
  DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${packages[@]}"
}

# Sums an attribute of the <Counters> of every result file.
sum() {
  { grep -rhoE "<Counters [^>]*" "$results" || true; } | { grep -oE " $1=\"[0-9]+\"" || true; } | { grep -oE '[0-9]+' || true; } |
    awk '{ n += $1 } END { print n + 0 }'
}

failed_steps=0
step() {
  echo "== $*"
  "$@" || {
    echo "FAILED: $*" >&2
    failed_steps=$((failed_steps + 1))
  }
}

# What goes wrong before the tests also ends with the line.
finish() {
  local passed failed skipped
  passed="$(sum passed)"
  failed=$(($(sum failed) + $(sum error) + $(sum timeout) + $(sum aborted)))
  skipped=$(($(sum total) - $(sum executed)))
  # A step that failed without a failed test (a build, the format, a crashed run) counts as one failure.
  if ((failed == 0)); then failed=$failed_steps; fi
  if ((passed == 0 && failed == 0)); then failed=1; fi
  echo "$passed passed, $failed failed, $skipped skipped"
  ((failed == 0 && skipped == 0 && failed_steps == 0))
}

run_tests() {
  local project name
  for project in tests/*/*.csproj; do
    name="$(basename "$project" .csproj)"
    step dotnet test "$project" --no-build --logger "trx;LogFileName=$name.trx" --logger "console;verbosity=minimal" --results-directory "$results" --verbosity quiet
  done
}

step install_missing
step npm ci --prefix tests/node --no-audit --no-fund --loglevel=error
step dotnet restore EventKb.sln --verbosity quiet
built=$failed_steps
step dotnet build EventKb.sln --no-restore --verbosity quiet
if ((failed_steps == built)); then
  step dotnet format EventKb.sln --verify-no-changes --no-restore # a wrong format does not hide what the tests say
  run_tests
fi
finish
