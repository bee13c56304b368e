#!/usr/bin/env pwsh
# Builds the host where its sources changed, then runs it with the arguments given. Works from any folder.
# The counterpart of build.sh; it uses the same folder and the same list of sources.
$ErrorActionPreference = 'Stop'

$root = $PSScriptRoot
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_NOLOGO = '1'
$out = Join-Path $root 'artifacts/build'
$stamp = Join-Path $out 'sources-ps1'

# How many earlier builds are kept: a hunt that still runs goes on loading from the one that it was started from.
$keptBuilds = 4

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine("Error: there is no 'dotnet' on PATH. PerfHunt needs the .NET 10 SDK.")
    [Console]::Error.WriteLine("Install it (https://dotnet.microsoft.com/download) and run this again.")
    exit 3
}

# Every file that the host is made of; a removed or added one changes the list, a changed one is newer than the stamp.
function Get-Source {
    $files = @(Get-ChildItem -Path (Join-Path $root 'build'), (Join-Path $root 'src') -Recurse -File |
        Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' })
    $files += @(Get-ChildItem -Path $root -Force -File | Where-Object { $_.Name -like 'Directory.*' -or $_.Name -in 'global.json', '.editorconfig' })
    $files | Sort-Object FullName
}

function Test-Current {
    if (-not (Test-Path $stamp)) { return $false }
    $lines = @(Get-Content $stamp)
    if (-not (Test-Path (Join-Path $lines[0] 'PerfHunt.Build.dll'))) { return $false }
    $files = @(Get-Source)
    if (Compare-Object @($lines | Select-Object -Skip 1) @($files.FullName)) { return $false }
    $built = (Get-Item $stamp).LastWriteTimeUtc
    -not ($files | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1)
}

# Compiled ahead for this machine a start takes half the processor time. The compiler is a package; what restore or the SDK says without it:
$ahead = '--use-current-runtime', '--self-contained', 'false', '-p:PublishReadyToRun=true'
$noCompiler = 'error (NU[0-9]+|NETSDK1094)'

function Publish-Host($more, $log) {
    & dotnet publish (Join-Path $root 'build/Build.csproj') --configuration Release --artifacts-path (Join-Path $root 'artifacts/host') @more `
        --nologo --verbosity quiet -nodeReuse:false -p:RunAnalyzers=false -p:TreatWarningsAsErrors=false *> $log
}

function Build-Host {
    $target = Join-Path $out ('{0:yyyyMMdd-HHmmss}-{1}' -f (Get-Date), $PID)
    $log = Join-Path $out 'build.log'
    [Console]::Error.WriteLine('Building PerfHunt...')
    # The list is taken before the build: what changes during it makes the next call build again.
    $started = (Get-Date).ToUniversalTime()
    $list = @($target) + @((Get-Source).FullName)
    Publish-Host $ahead $log
    if ($LASTEXITCODE -ne 0 -and (Select-String -Quiet -Path $log -Pattern $noCompiler)) {
        [Console]::Error.WriteLine('Warning: the package Microsoft.NETCore.App.Crossgen2 cannot be restored; building without it, so that each start takes 0.2 s longer.')
        Publish-Host @() $log
    }
    if ($LASTEXITCODE -ne 0) {
        $errors = @(Select-String -Path $log -Pattern ': error ' | ForEach-Object Line | Sort-Object -Unique)
        if (-not $errors) { $errors = @(Get-Content $log) }
        $errors | ForEach-Object { [Console]::Error.WriteLine($_) }
        [Console]::Error.WriteLine("Error: PerfHunt could not be built. The whole output is in $log.")
        exit 1
    }
    Copy-Item -Recurse (Join-Path $root 'artifacts/host/publish/Build/release') $target
    Set-Content -Path $stamp -Value $list
    (Get-Item $stamp).LastWriteTimeUtc = $started
    Get-ChildItem $out -Directory -Filter '2*' | Sort-Object Name -Descending | Select-Object -Skip $keptBuilds | Remove-Item -Recurse -Force
}

if (-not (Test-Current)) {
    New-Item -ItemType Directory -Force $out | Out-Null
    # Two at a time would write the same files; the second one finds the work done. .NET locks as flock(1) does in build.sh.
    $lock = $null
    while (-not $lock) {
        try { $lock = [IO.File]::Open((Join-Path $out 'lock'), 'OpenOrCreate', 'ReadWrite', 'None') }
        catch [IO.IOException] { Start-Sleep -Milliseconds 200 }
    }
    try { if (-not (Test-Current)) { Build-Host } } finally { $lock.Dispose() }
}

& dotnet (Join-Path (Get-Content $stamp -TotalCount 1) 'PerfHunt.Build.dll') @args
exit $LASTEXITCODE
