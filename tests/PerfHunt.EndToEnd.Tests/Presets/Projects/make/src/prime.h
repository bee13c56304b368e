/* 1 for a prime number, 0 for any other. */
int is_prime(unsigned number);
