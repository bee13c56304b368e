// Forks and executes itself, recurses, sorts through the standard library and calls libc through stubs. One child for each argument left.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace work {
template <typename T>
struct Series {
    std::vector<T> values;

    __attribute__((noinline)) void fill(unsigned seed) {
        values.resize(4096);
        for (auto &value : values) {
            seed = seed * 1664525u + 1013904223u;
            value = static_cast<T>(seed);
        }
    }

    __attribute__((noinline)) T middle() {
        std::sort(values.begin(), values.end(), [](const T &a, const T &b) { return b < a; });
        return values[values.size() / 2];
    }
};

__attribute__((noinline)) unsigned recurse(unsigned depth) {
    volatile unsigned here = depth;
    return depth == 0 ? 1 : recurse(depth - 1) * 31 + here;
}

__attribute__((noinline)) size_t text(unsigned rounds) {
    size_t length = 0;
    for (unsigned i = 0; i < rounds; i++) {
        char buffer[64];
        snprintf(buffer, sizeof buffer, "%u %u", i, rounds);
        length += strlen(buffer) + std::string(buffer).size();
    }
    return length;
}
}

int main(int count, char **words) {
    long milliseconds = count > 1 ? atol(words[1]) : 200;
    pid_t child = 0;
    if (count > 2) {
        child = fork();
        if (child == 0) {
            char *again[] = {words[0], words[1], nullptr};
            execv("/proc/self/exe", again);
            _exit(1);
        }
    }
    auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(milliseconds);
    unsigned sum = 0;
    work::Series<int> ints;
    work::Series<double> doubles;
    while (std::chrono::steady_clock::now() < end) {
        ints.fill(sum);
        doubles.fill(sum);
        sum += ints.middle() + static_cast<unsigned>(doubles.middle()) + work::recurse(500) + work::text(200);
    }
    if (child > 0) {
        waitpid(child, nullptr, 0);
    }
    printf("%u\n", sum & 1);
    return 0;
}
