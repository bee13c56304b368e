#!/bin/sh
# 1 has one divisor, 2 and 3 have two, 4 has three: 8 together.
test "$("$1" "$2")" = 8
