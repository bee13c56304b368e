using PerfHunt.Configuration;

namespace PerfHunt.SourceControl;

/// <summary>The two slots. One holds the baseline, the other the candidate; which is which is the state's business, not theirs.</summary>
public sealed class SlotPair
{
    private readonly SlotMounts _mounts;

    /// <summary>Describes the slots; folders are made by the first checkout.</summary>
    /// <param name="repository">The store.</param>
    /// <param name="build">Which folders are kept between builds, and whether slots are built where they lie.</param>
    /// <param name="baseCommit">Full id of the commit that the slots' own git folders report, the same for both.</param>
    public SlotPair(HuntRepository repository, BuildConfig build, string baseCommit)
    {
        _mounts = new SlotMounts(repository, build.InPlace);
        A = new Slot("a", repository, build.Keep, baseCommit, _mounts);
        B = new Slot("b", repository, build.Keep, baseCommit, _mounts);
    }

    /// <summary>Slot <c>a</c>.</summary>
    public Slot A { get; }

    /// <summary>Slot <c>b</c>.</summary>
    public Slot B { get; }

    /// <summary>The slot of a name.</summary>
    /// <exception cref="ArgumentException">The name is neither <c>a</c> nor <c>b</c>.</exception>
    public Slot this[string name] => name switch
    {
        "a" => A,
        "b" => B,
        _ => throw new ArgumentException($"There is no slot '{name}'.", nameof(name)),
    };

    /// <summary>The other one.</summary>
    public Slot Other(Slot slot) => slot == A ? B : A;

    /// <summary>Puts right what a killed hunt left: a slot at the build path, locks on the indexes. Call it once, under the repository's lock, before anything else.</summary>
    public void Recover() => _mounts.Recover();
}
