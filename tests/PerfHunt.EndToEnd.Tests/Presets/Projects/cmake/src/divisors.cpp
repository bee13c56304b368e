#include "divisors.hpp"

int divisors::count(unsigned number)
{
    int found = 0;
    for (unsigned divisor = 1; divisor <= number; divisor++) {
        if (number % divisor == 0) {
            found++;
        }
    }
    return found;
}
