// Threads with spaces in their names, generics of one name, recursion, library calls. Runs for as many milliseconds as it is told.
use std::collections::HashMap;
use std::fmt::Display;
use std::hint::black_box;
use std::thread;
use std::time::{Duration, Instant};

mod shapes {
    pub trait Area {
        fn area(&self, rounds: u64) -> u64;
    }

    pub struct Square(pub u64);

    impl Area for Square {
        #[inline(never)]
        fn area(&self, rounds: u64) -> u64 {
            (0..rounds).fold(self.0, |s, i| s.wrapping_mul(6364136223846793005).wrapping_add(i ^ (s >> 7)))
        }
    }
}

use shapes::Area;

#[inline(never)]
fn render<T: Display>(value: T, rounds: u64) -> usize {
    (0..rounds).fold(0, |length, _| length + format!("{value} {length}").len())
}

#[inline(never)]
fn descend(depth: u64) -> u64 {
    if depth == 0 {
        return black_box(1);
    }
    let below = descend(depth - 1);
    black_box(below.wrapping_mul(31) ^ depth)
}

#[inline(never)]
fn count(rounds: u64) -> u64 {
    let mut counts = HashMap::new();
    for i in 0..rounds {
        *counts.entry(i * 7919 % 1009).or_insert(0u64) += i;
    }
    counts.values().sum()
}

fn main() {
    let milliseconds = std::env::args().nth(1).and_then(|word| word.parse().ok()).unwrap_or(300);
    let end = Instant::now() + Duration::from_millis(milliseconds);
    let workers: Vec<_> = (0..3)
        .map(|number| {
            thread::Builder::new()
                .name(format!("worker no {number}"))
                .spawn(move || {
                    let mut sum = 0u64;
                    while Instant::now() < end {
                        sum = sum.wrapping_add(match number {
                            0 => shapes::Square(3).area(20000),
                            1 => descend(60) + render(1.5, 50) as u64 + render("s", 50) as u64,
                            _ => count(3000),
                        });
                    }
                    sum
                })
                .unwrap()
        })
        .collect();
    let sum = workers.into_iter().map(|worker| worker.join().unwrap()).fold(0u64, u64::wrapping_add);
    println!("{}", black_box(sum) & 1);
}
