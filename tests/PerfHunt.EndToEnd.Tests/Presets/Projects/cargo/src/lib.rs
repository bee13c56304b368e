//! Collatz sequences.

/// How many steps lead from a number to 1.
#[inline(never)]
pub fn steps(start: u64) -> u32 {
    let mut number = start;
    let mut count = 0;
    while number != 1 {
        number = if number % 2 == 0 { number / 2 } else { 3 * number + 1 };
        count += 1;
    }
    count
}
