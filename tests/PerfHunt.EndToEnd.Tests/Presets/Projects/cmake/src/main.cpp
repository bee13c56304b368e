#include <fstream>
#include <iostream>
#include "divisors.hpp"

// Reads a limit from a file and prints how many divisors the numbers up to it have together.
int main(int count, char **words)
{
    std::ifstream file(count > 1 ? words[1] : "");
    unsigned limit = 0;
    if (!(file >> limit)) {
        std::cerr << "usage: divisors FILE\n";
        return 2;
    }
    unsigned long total = 0;
    for (unsigned number = 1; number <= limit; number++) {
        total += divisors::count(number);
    }
    std::cout << total << '\n';
}
