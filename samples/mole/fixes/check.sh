#!/bin/bash
# Proves that the prepared changes work: every improvement applies and passes the gate alone; all of them together
# apply in the order of their names and in the reverse order (as far as Depends-on allows) and pass; the changes
# that should break the gate or leave the binary alone do so; the outputs of generated programs stay equal.
set -euo pipefail
sample=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export CARGO_TARGET_DIR="$work/target"
tree="$work/tree"
failures=0

mkdir "$tree"
(cd "$sample" && tar cf - --exclude=./target --exclude=./fixes .) | tar xf - -C "$tree"
cd "$tree"
git init -q -b main .
git add -A
git -c user.name=check -c user.email=check@localhost commit -qm base

kind() { sed -n 's/^Kind: //p' "$sample/fixes/$1" | head -1; }
needs() { sed -n '/^$/q; s/^Depends-on: //p' "$sample/fixes/$1"; }
names() { ls "$sample/fixes" | grep '\.patch$'; }
reset() { git reset -q --hard main; git clean -qfd; }
say() { echo "$1"; case $1 in FAIL*) failures=$((failures + 1)) ;; esac; }

declare -A applied
apply() { # applies a change after the ones it depends on
    local other
    [ -n "${applied[$1]:-}" ] && return 0
    for other in $(needs "$1"); do apply "$other" || return 1; done
    git apply --3way "$sample/fixes/$1" 2>"$work/apply.log" || return 1
    applied[$1]=yes
}
gate() { cargo test --quiet --offline --workspace >"$work/gate.log" 2>&1; }
build() { cargo build --quiet --offline --profile release-local >"$work/build.log" 2>&1; }
outputs() { # the output of a small program of each profile
    local profile
    for profile in full many-modules wide-types generics-heavy stdlib-heavy; do
        "$work/mole-stress" --seed 77 --profile "$profile" --layers 3 --modules-per-layer 2 \
            --output "$work/programs" --name "$profile" >/dev/null
        "$CARGO_TARGET_DIR/release-local/mole" test "$work/programs/$profile"
    done
}

build && gate || { say "FAIL the sample itself"; exit 1; }
cp "$CARGO_TARGET_DIR/release-local/mole-stress" "$work/mole-stress"
cp "$CARGO_TARGET_DIR/release-local/mole" "$work/mole.base"
outputs >"$work/outputs.base"

for name in $(names); do
    reset
    applied=()
    if ! apply "$name"; then say "FAIL $name does not apply"; continue; fi
    if gate; then passes=yes; else passes=no; fi
    build || { say "FAIL $name does not build"; continue; }
    if cmp -s "$CARGO_TARGET_DIR/release-local/mole" "$work/mole.base"; then binary=same; else binary=differs; fi
    if outputs | cmp -s - "$work/outputs.base"; then output=same; else output=differs; fi
    case $(kind "$name") in
        breaks-a-test) wanted="no differs" ;;
        no-effect) wanted="yes same same" ;;
        changes-behaviour) wanted="yes differs differs" ;;
        *) wanted="yes differs same" ;;
    esac
    case "$passes $binary $output" in
        "$wanted"*) say "ok   $name ($(kind "$name"))" ;;
        *) say "FAIL $name ($(kind "$name")): gate $passes, binary $binary, output $output" ;;
    esac
done

together() { # applies all improvements in the given order
    local name
    reset
    applied=()
    for name in $1; do
        [ "$(kind "$name")" = improvement ] || continue
        apply "$name" || { say "FAIL $name does not apply $2"; return; }
    done
    gate || { say "FAIL the gate does not pass $2"; return; }
    build && outputs | cmp -s - "$work/outputs.base" || { say "FAIL the output changes $2"; return; }
    say "ok   all improvements $2"
}
together "$(names)" "in order"
forward=$(git diff main | sha256sum)
together "$(names | tac)" "in reverse order"
[ "$forward" = "$(git diff main | sha256sum)" ] || say "FAIL the two orders end in different trees"

echo "$failures failures"
[ "$failures" = 0 ]
