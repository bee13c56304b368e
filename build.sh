#!/usr/bin/env bash
# Builds the host where its sources changed, then runs it with the arguments given. Works from any folder.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
out=$root/artifacts/build
stamp=$out/sources

# How many earlier builds are kept: a hunt that still runs goes on loading from the one that it was started from.
kept_builds=4

if ! command -v dotnet >/dev/null; then
    {
        echo "Error: there is no 'dotnet' on PATH. PerfHunt needs the .NET 10 SDK."
        echo "Install it (https://dotnet.microsoft.com/download, or your distribution's package dotnet-sdk-10.0) and run this again."
    } >&2
    exit 3
fi

# Every file that the host is made of; a removed or added one changes the list, a changed one is newer than the stamp.
sources() {
    find "$root/build" "$root/src" "$root"/Directory.* "$root/global.json" "$root/.editorconfig" \
        \( -name bin -o -name obj \) -prune -o -type f "$@" -print
}

is_current() {
    [[ -f $stamp && -f $out/current/PerfHunt.Build.dll ]] &&
        [[ $(sources) == "$(<"$stamp")" ]] && [[ -z $(sources -newer "$stamp") ]]
}

# Compiled ahead for this machine a start takes half the processor time. The compiler is a package; what restore or the SDK says without it:
ahead=(--use-current-runtime --self-contained false -p:PublishReadyToRun=true)
no_compiler='error (NU[0-9]+|NETSDK1094)'
log=$out/build.log

# The lock (9) is not for the compiler server, which outlives the build.
publish() {
    dotnet publish "$root/build/Build.csproj" --configuration Release --artifacts-path "$root/artifacts/host" "$@" \
        --nologo --verbosity quiet -nodeReuse:false -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false >"$log" 2>&1 </dev/null 9>&-
}

warn_slower() {
    echo "Warning: the package Microsoft.NETCore.App.Crossgen2 cannot be restored; building without it, so that each start takes 0.2 s longer." >&2
}

build() {
    local name
    name=$(date +%Y%m%d-%H%M%S)-$$
    echo "Building PerfHunt..." >&2
    # The list is taken before the build: what changes during it makes the next call build again.
    sources >"$stamp.new"
    if ! publish "${ahead[@]}" && ! { grep -qE "$no_compiler" "$log" && warn_slower && publish; }; then
        grep ': error ' "$log" | sort -u >&2 || cat "$log" >&2
        echo "Error: PerfHunt could not be built. The whole output is in $log." >&2
        exit 1
    fi
    cp -R "$root/artifacts/host/publish/Build/release" "$out/$name"
    ln -sfn "$name" "$out/current.new"
    mv -T "$out/current.new" "$out/current" 2>/dev/null || { rm -f "$out/current"; mv "$out/current.new" "$out/current"; }
    mv "$stamp.new" "$stamp"
    find "$out" -mindepth 1 -maxdepth 1 -type d -name '2*' | sort -r | tail -n +$((kept_builds + 1)) | xargs -r rm -rf
}

if ! is_current; then
    mkdir -p "$out"
    # Two at a time would write the same files; the second one finds the work done.
    exec 9>"$out/lock"
    if command -v flock >/dev/null; then flock 9; fi
    is_current || build
    exec 9>&-
fi

exec dotnet "$(readlink -f "$out/current" || echo "$out/current")/PerfHunt.Build.dll" "$@"
