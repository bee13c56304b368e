#include "tally.h"

#include <string.h>

static int order_before(const struct word *a, const struct word *b)
{
    if (a->count != b->count) {
        return a->count > b->count;
    }
    return strcmp(a->text, b->text) < 0;
}

void order_sort(struct words *words)
{
    for (size_t i = 1; i < words->length; i++) {
        struct word moving = words->items[i];
        size_t place = i;
        while (place > 0 && order_before(&moving, &words->items[place - 1])) {
            words->items[place] = words->items[place - 1];
            place--;
        }
        words->items[place] = moving;
    }
}
