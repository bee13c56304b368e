#include "tally.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file) {
        fprintf(stderr, "tally: cannot open %s\n", path);
        exit(2);
    }
    fseek(file, 0, SEEK_END);
    *length = (size_t)ftell(file);
    rewind(file);
    char *text = malloc(*length + 1);
    if (fread(text, 1, *length, file) != *length) {
        exit(2);
    }
    text[*length] = '\0';
    fclose(file);
    return text;
}

static int not_hidden(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: tally FOLDER\n");
        return 2;
    }
    struct dirent **names;
    int count = scandir(argv[1], &names, not_hidden, alphasort);
    if (count < 0) {
        fprintf(stderr, "tally: cannot read %s\n", argv[1]);
        return 2;
    }
    struct words words = {0};
    uint32_t crc = 0;
    for (int i = 0; i < count; i++) {
        char path[4096];
        snprintf(path, sizeof path, "%s/%s", argv[1], names[i]->d_name);
        size_t length;
        char *text = read_file(path, &length);
        crc = checksum_add(crc, (const unsigned char *)text, length);
        words_count(&words, text, length);
        free(text);
    }
    order_sort(&words);
    for (size_t i = 0; i < words.length && i < 20; i++) {
        printf("%zu %s\n", words.items[i].count, words.items[i].text);
    }
    printf("%zu words, checksum %08x\n", words.length, crc);
    return 0;
}
