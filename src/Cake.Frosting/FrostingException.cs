namespace Cake.Frosting;

/// <summary>The build is put together wrongly, for example a task depends on a class that is no task.</summary>
public sealed class FrostingException : Exception
{
    /// <summary>An exception without a message of its own.</summary>
    public FrostingException()
    {
    }

    /// <summary>An exception with a message.</summary>
    /// <param name="message">What is wrong.</param>
    public FrostingException(string message)
        : base(message)
    {
    }

    /// <summary>An exception with a message and a cause.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="innerException">The cause.</param>
    public FrostingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
