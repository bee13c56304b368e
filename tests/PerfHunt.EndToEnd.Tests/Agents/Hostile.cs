namespace PerfHunt.EndToEnd.Tests.Agents;

/// <summary>Agents that mean it: attacks on the clone, the intake, the clean-up and the next attempt, none of which are rows of a list.</summary>
internal static class Hostile
{
    private const string Edit = "echo x >> tests/run.sh\n";

    /// <summary>The attacks, each with the outcome that it must get.</summary>
    /// <param name="outside">A folder outside of everything; the user's repository lies beside it.</param>
    public static IReadOnlyList<Misbehaviour> All(string outside)
    {
        var repository = Path.Combine(Path.GetDirectoryName(outside)!, "tally");
        return
        [
            new("borrows the user's objects", "no-effect", Misbehaviour.Comment + $"mkdir -p .git/objects/info; echo {repository}/.git/objects > .git/objects/info/alternates; git add -A"),
            new("links the user's objects into the tree", "binary", $"for f in $(find {repository}/.git/objects -type f | head -3); do ln $f src/$(basename $f).c || cp $f src/$(basename $f).c; done"),
            new("puts the user's repository in the clone's place", "unreadable", $"d=$PWD; cd ..; mv \"$d\" \"$d.away\"; ln -s {repository} \"$d\""),
            new("removes its clone", "unreadable", "rm -rf \"$PWD\""),
            new("sets times back", "no-effect", Misbehaviour.Comment + "touch -t 197001010000 src/words.c"),
            new("edits a test and restores its size and time", "protected-path", "t=$(stat -c %y tests/run.sh); sed -i 's/s/S/' tests/run.sh; touch -d \"$t\" tests/run.sh"),
            new("adds the user's repository as a submodule", "nested-repository", $"git -c protocol.file.allow=always submodule --quiet add {repository} src/sub; exit 0"),
            new("leaves a process without its environment", "protected-path", Edit + $$"""
                env -i /usr/bin/setsid /bin/sh -c 'echo $$ > {{outside}}/bare; exec /bin/sleep 600' > /dev/null 2>&1 &
                while [ ! -s {{outside}}/bare ]; do sleep 0.05; done
                """),
            new("leaves a busy process that ignores TERM", "protected-path", Edit + "setsid sh -c \"trap '' TERM; while :; do :; done\" > /dev/null 2>&1 &"),
            new("breaks a name over two lines", "bad-path", "echo x > \"$(printf 'src/a\\nb.c')\""),
            new("names a file by no text", "bad-path", "echo x > \"$(printf 'src/\\377.c')\""),
            new("puts a pipe in a source's place", "unreadable", "rm src/order.c; mkfifo src/order.c"),
            new("answers by a pipe", "protected-path", Edit + "mkfifo \"$RESULT\""),
            new("leads its notes elsewhere", "protected-path", Edit + "n=$(dirname \"$RESULT\")/notes; rm -rf \"$n\"; ln -s /etc \"$n\""),
            new("scatters files", "too-wide", "for i in $(seq 2000); do echo x > src/f$i.c; done"),
            new("writes one line of a megabyte", "no-effect", "head -c 900000 /dev/zero | tr '\\0' '(' > src/line.h"),
        ];
    }
}
