namespace PerfHunt.Verdicts;

/// <summary>A C program that does 1,000 units of work and so many more as a header says; the code is the same whatever the number is.</summary>
internal static class KnobProgram
{
    /// <summary>The source: five kinds of work, each unit about a sixth of a millisecond.</summary>
    public const string Source = """
        #include <stdint.h>
        #include <stdio.h>
        #include <stdlib.h>
        #include <string.h>
        #include "knob.h"

        static volatile uint32_t start = 12345;
        static uint32_t table[1 << 18];

        static uint32_t next(uint32_t x) { return x * 1664525u + 1013904223u; }

        static uint32_t arithmetic(uint32_t x)
        {
            double sum = 0;
            for (int i = 0; i < 150000; i++) { x = next(x); sum += (x >> 8) * 0.5; }
            return (uint32_t)(uint64_t)sum;
        }

        static uint32_t branches(uint32_t x)
        {
            uint32_t count = 0;
            for (int i = 0; i < 120000; i++) { x = next(x); if (x & 0x40000000u) { count += x >> 16; } else { count ^= x; } }
            return count;
        }

        static uint32_t memory(uint32_t x)
        {
            uint32_t sum = 0;
            for (int i = 0; i < 100000; i++) { x = next(x); sum += table[x >> 14]++; }
            memset(table, 0, 4096);
            return sum ? x : 0;
        }

        static uint32_t allocation(uint32_t x)
        {
            char *kept[64] = { 0 };
            uint32_t sum = 0;
            for (int i = 0; i < 18000; i++) {
                x = next(x);
                char **slot = &kept[x >> 26];
                free(*slot);
                *slot = malloc(16 + (x >> 8) % 500);
                (*slot)[0] = (char)x;
                sum += (unsigned char)(*slot)[0];
            }
            for (int i = 0; i < 64; i++) { free(kept[i]); }
            return sum;
        }

        static uint32_t hashing(uint32_t x)
        {
            uint32_t hash = 2166136261u;
            for (int i = 0; i < 150000; i++) { hash = (hash ^ ((x + i) & 255)) * 16777619u; }
            return hash;
        }

        int main(int argc, char **argv)
        {
            static const struct { const char *name; uint32_t (*work)(uint32_t); } kinds[] = {
                { "arithmetic", arithmetic }, { "branches", branches }, { "memory", memory }, { "allocation", allocation }, { "hashing", hashing } };
            for (size_t i = 0; argc > 1 && i < sizeof kinds / sizeof *kinds; i++) {
                if (strcmp(argv[1], kinds[i].name) == 0) {
                    uint32_t result = 0;
                    for (int unit = 0; unit < 1000 + thousandths; unit++) { result = kinds[i].work(start); }
                    printf("%s %u\n", kinds[i].name, result != 0);
                    return 0;
                }
            }
            fprintf(stderr, "%s: no such kind of work\n", build_name);
            return 2;
        }
        """;

    /// <summary>The header.</summary>
    /// <param name="name">Stands in the program, so that two builds of the same work differ.</param>
    /// <param name="thousandths">Units of work above 1,000.</param>
    public static string Header(string name, int thousandths) => FormattableString.Invariant($"""
        static const char build_name[32] = "{name}";
        static volatile int thousandths = {thousandths};

        """);

    /// <summary>The configuration.</summary>
    /// <param name="workloads">The kinds of work.</param>
    public static string Configuration(IEnumerable<string> workloads) => $$"""
        {
          "extends": "make",
          "name": "knob",
          "build": { "commands": [["cc", "-O2", "-g", "-o", "knob", "knob.c"]], "binary": "knob" },
          "gate": [],
          "suite": { "workloads": [{{string.Join(", ", workloads.Select(name => $"{{ \"name\": \"{name}\", \"command\": [\"{{binary}}\", \"{name}\"] }}"))}}] }
        }

        """;
}
