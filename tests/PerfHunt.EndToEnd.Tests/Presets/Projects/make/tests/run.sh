#!/bin/sh
# The primes below 100.
test "$(build/primes 100)" = "25 primes, 1060 in all"
