#!/bin/sh
# The gate: a small text is counted and ordered as expected.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
printf 'b a b\nc a b d d' > "$folder/one.txt"
expected='3 b
2 a
2 d
1 c'
actual=$(build/tally "$folder" | head -n 4)
[ "$actual" = "$expected" ] || { echo "wrong: $actual"; exit 1; }
echo "1 passed"
