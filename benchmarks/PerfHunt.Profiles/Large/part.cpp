// One part of a large program: templates of the standard library over types of its own. Compiled many times, each time with another PART.
#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <numeric>
#include <regex>
#include <set>
#include <string>
#include <unordered_map>
#include <variant>
#include <vector>

#define JOINED_(a, b) a##b
#define JOINED(a, b) JOINED_(a, b)

namespace JOINED(part, PART) {
template <int N> struct Key {
    std::uint64_t value;
    bool operator<(const Key &other) const { return value < other.value; }
    bool operator==(const Key &other) const { return value == other.value; }
};

template <int N> struct Hash {
    std::size_t operator()(const Key<N> &key) const { return key.value * 0x9E3779B97F4A7C15ull; }
};

template <int N> std::uint64_t work(std::uint64_t seed) {
    std::map<Key<N>, std::string> ordered;
    std::unordered_map<Key<N>, std::vector<Key<N>>, Hash<N>> hashed;
    std::set<Key<N>> unique;
    std::vector<Key<N>> keys;
    std::vector<std::variant<Key<N>, std::string>> mixed;
    for (int i = 0; i < 40; i++) {
        seed = seed * 6364136223846793005ull + N;
        Key<N> key{seed >> 40};
        ordered[key] = std::to_string(seed);
        hashed[key].push_back(key);
        unique.insert(key);
        keys.push_back(key);
        if (i % 2) mixed.emplace_back(key); else mixed.emplace_back(std::to_string(seed));
    }
    std::sort(keys.begin(), keys.end(), [](const Key<N> &a, const Key<N> &b) { return b < a; });
    std::stable_sort(keys.begin(), keys.end());
    std::function<std::uint64_t(std::uint64_t)> twice = [&](std::uint64_t x) { return x * 2 + keys.size(); };
    auto shared = std::make_shared<std::vector<Key<N>>>(keys);
    std::uint64_t sum = std::accumulate(keys.begin(), keys.end(), twice(seed), [](std::uint64_t s, const Key<N> &k) { return s ^ k.value; });
    for (auto &entry : mixed) sum += std::visit([](auto &&v) -> std::uint64_t { if constexpr (std::is_same_v<std::decay_t<decltype(v)>, std::string>) return v.size(); else return v.value; }, entry);
    for (auto &entry : hashed) sum += entry.second.size();
    return sum + ordered.size() + unique.size() + shared->size();
}

template <int... N> std::uint64_t all(std::uint64_t seed, std::integer_sequence<int, N...>) {
    std::uint64_t sum = seed;
    ((sum += work<PART * 1000 + N>(sum)), ...);
    return sum;
}
}

std::uint64_t JOINED(run, PART)(std::uint64_t seed) {
    return JOINED(part, PART)::all(seed, std::make_integer_sequence<int, 24>());
}
