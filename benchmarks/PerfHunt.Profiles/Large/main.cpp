// Calls every part of the large program in turn, for as many milliseconds as it is told.
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

#define PARTS(X) X(1) X(2) X(3) X(4) X(5) X(6) X(7) X(8) X(9) X(10) X(11) X(12)
#define DECLARE(n) std::uint64_t run##n(std::uint64_t);
#define CALL(n) sum += run##n(sum);

PARTS(DECLARE)

int main(int count, char **words) {
    long milliseconds = count > 1 ? atol(words[1]) : 1000;
    auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    std::uint64_t sum = 1;
    while (std::chrono::steady_clock::now() < end) {
        PARTS(CALL)
    }
    printf("%d\n", (int)(sum & 1));
}
