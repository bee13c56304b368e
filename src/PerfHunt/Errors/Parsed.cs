using System.Diagnostics.CodeAnalysis;

namespace PerfHunt.Errors;

/// <summary>What a reader makes of a text: a value, or the located reason why there is none. Readers never throw on content.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
public sealed record Parsed<T>
    where T : class
{
    private Parsed(T? value, LocatedError? error)
    {
        Value = value;
        Error = error;
    }

    /// <summary>The value, or null when there is an error.</summary>
    public T? Value { get; }

    /// <summary>The reason why there is no value, or null.</summary>
    public LocatedError? Error { get; }

    /// <summary>True when there is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Error))]
    public bool Succeeded => Value is not null;

    /// <summary>Wraps a value.</summary>
    public static implicit operator Parsed<T>(T value) => new(value, null);

    /// <summary>Wraps an error.</summary>
    public static implicit operator Parsed<T>(LocatedError error) => new(null, error);

    /// <summary>The value, or the error thrown with an exit code and a remedy.</summary>
    public T OrThrow(ExitCode exitCode, string remedy) => Value ?? throw Error!.ToException(exitCode, remedy);
}
