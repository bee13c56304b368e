#!/bin/sh
# The primes below 100.
test "$(dotnet src/Count/bin/Release/net10.0/Count.dll 100)" = "25 primes, 1060 in all"
