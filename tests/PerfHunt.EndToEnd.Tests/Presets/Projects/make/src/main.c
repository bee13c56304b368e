#include <stdio.h>
#include <stdlib.h>
#include "prime.h"

int main(int argc, char **argv)
{
    unsigned limit = argc > 1 ? (unsigned)strtoul(argv[1], NULL, 10) : 100;
    unsigned long count = 0, sum = 0;
    for (unsigned number = 0; number < limit; number++) {
        if (is_prime(number)) {
            count++;
            sum += number;
        }
    }
    printf("%lu primes, %lu in all\n", count, sum);
    return 0;
}
