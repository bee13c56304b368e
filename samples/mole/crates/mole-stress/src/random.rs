/// Pseudo-random numbers (SplitMix64); the same seed gives the same sequence everywhere.
pub struct Random {
    state: u64,
}

impl Random {
    pub fn new(seed: u64) -> Self {
        Random { state: seed }
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `limit`, which is above 0.
    pub fn below(&mut self, limit: usize) -> usize {
        (self.next() % limit as u64) as usize
    }

    /// A number from `low` to `high`, both included.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + (self.next() % (high - low + 1) as u64) as i64
    }

    /// Two words joined, such as `amber_river`.
    pub fn word(&mut self) -> String {
        let first = FIRST[self.below(FIRST.len())];
        let second = SECOND[self.below(SECOND.len())];
        format!("{first}_{second}")
    }
}

const FIRST: [&str; 32] = [
    "amber", "bold", "calm", "dark", "early", "fair", "gentle", "hidden", "inner", "jolly", "keen",
    "late", "mild", "narrow", "open", "plain", "quick", "rough", "silent", "tall", "upper", "vast",
    "warm", "young", "brisk", "clear", "dusty", "empty", "frozen", "golden", "hollow", "iron",
];

const SECOND: [&str; 32] = [
    "river", "stone", "field", "tower", "bridge", "garden", "harbor", "island", "jungle", "kettle",
    "ladder", "market", "needle", "orchard", "pebble", "quarry", "road", "shelf", "tunnel",
    "umbrella", "valley", "window", "yard", "anchor", "basket", "candle", "door", "engine", "fence",
    "gate", "hammer", "inlet",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_numbers() {
        let draw = |seed| {
            let mut random = Random::new(seed);
            (random.below(1000), random.between(-5, 5), random.word())
        };
        assert_eq!(draw(3), draw(3));
        assert_ne!(draw(3), draw(4));
    }

    #[test]
    fn numbers_stay_in_their_range() {
        let mut random = Random::new(1);
        for _ in 0..1000 {
            assert!(random.below(7) < 7);
            assert!((-3..=3).contains(&random.between(-3, 3)));
        }
    }
}
