using Primes;

var limit = args.Length > 0 ? uint.Parse(args[0]) : 100;
var count = 0;
var sum = 0UL;
for (var number = 0u; number < limit; number++)
{
    if (Prime.IsPrime(number))
    {
        count++;
        sum += number;
    }
}

System.Console.WriteLine($"{count} primes, {sum} in all");
