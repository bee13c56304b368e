#include "tally.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static int words_same(const char *known, const char *text, size_t length)
{
    size_t i = 0;
    while (i < length && known[i] == text[i]) {
        i++;
    }
    return i == length && known[i] == '\0';
}

/* The entry of a word, or NULL. */
struct word *words_find(struct words *words, const char *text, size_t length)
{
    for (size_t i = 0; i < words->length; i++) {
        if (words_same(words->items[i].text, text, length)) {
            return &words->items[i];
        }
    }
    return NULL;
}

static struct word *words_add(struct words *words, const char *text, size_t length)
{
    if (words->length == words->capacity) {
        words->capacity = words->capacity ? words->capacity * 2 : 64;
        words->items = realloc(words->items, words->capacity * sizeof *words->items);
    }
    struct word *word = &words->items[words->length++];
    word->text = strndup(text, length);
    word->count = 0;
    return word;
}

void words_count(struct words *words, const char *text, size_t length)
{
    size_t start = 0;
    while (start < length) {
        while (start < length && !isalnum((unsigned char)text[start])) {
            start++;
        }
        size_t end = start;
        while (end < length && isalnum((unsigned char)text[end])) {
            end++;
        }
        if (end > start) {
            struct word *word = words_find(words, text + start, end - start);
            if (!word) {
                word = words_add(words, text + start, end - start);
            }
            word->count++;
        }
        start = end;
    }
}
