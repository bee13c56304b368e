#ifndef TALLY_H
#define TALLY_H

#include <stddef.h>
#include <stdint.h>

struct word {
    char *text;
    size_t count;
};

struct words {
    struct word *items;
    size_t length;
    size_t capacity;
};

/* words.c: counts words. */
void words_count(struct words *words, const char *text, size_t length);

/* order.c: most frequent first, then by spelling. */
void order_sort(struct words *words);

/* checksum.c: CRC-32 (IEEE 802.3) of some bytes, continuing from an earlier value. */
uint32_t checksum_add(uint32_t crc, const unsigned char *bytes, size_t length);

#endif
