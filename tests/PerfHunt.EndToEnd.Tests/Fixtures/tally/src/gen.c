#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static unsigned long long state;

static unsigned next(void)
{
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return (unsigned)(state >> 33);
}

int main(int argc, char **argv)
{
    const char *output = ".", *name = "suite", *profile = "few";
    int layers = 1, modules = 1;
    for (int i = 1; i + 1 < argc; i += 2) {
        if (!strcmp(argv[i], "--seed")) state = strtoull(argv[i + 1], NULL, 10);
        else if (!strcmp(argv[i], "--profile")) profile = argv[i + 1];
        else if (!strcmp(argv[i], "--layers")) layers = atoi(argv[i + 1]);
        else if (!strcmp(argv[i], "--modules-per-layer")) modules = atoi(argv[i + 1]);
        else if (!strcmp(argv[i], "--output")) output = argv[i + 1];
        else if (!strcmp(argv[i], "--name")) name = argv[i + 1];
        else { fprintf(stderr, "unknown option %s\n", argv[i]); return 2; }
    }
    /* "many": many different words; "few": few words, much text. */
    unsigned vocabulary = strcmp(profile, "many") ? 40 : 4000;
    unsigned words = strcmp(profile, "many") ? 60000 : 1500;
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", output, name);
    mkdir(path, 0777);
    for (int layer = 0; layer < layers; layer++) {
        char file[4200];
        snprintf(file, sizeof file, "%s/%03d.txt", path, layer);
        FILE *out = fopen(file, "wb");
        if (!out) { perror(file); return 1; }
        for (unsigned i = 0; i < words * (unsigned)modules; i++) {
            fprintf(out, "word%u%c", next() % vocabulary, i % 12 == 11 ? '\n' : ' ');
        }
        fclose(out);
    }
    printf("output: %s\n", path);
    return 0;
}
