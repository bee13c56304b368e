using System.Runtime.CompilerServices;

namespace Primes;

/// <summary>Prime numbers.</summary>
public static class Prime
{
    /// <summary>True for a prime number.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static bool IsPrime(uint number)
    {
        if (number < 2)
        {
            return false;
        }

        for (var divisor = 2u; divisor * divisor <= number; divisor++)
        {
            if (number % divisor == 0)
            {
                return false;
            }
        }

        return true;
    }
}
