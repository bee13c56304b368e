/// How much of each kind of code a module holds.
#[derive(Clone, Copy, Debug)]
pub struct Profile {
    /// Functions that compute with ints, and the steps of each.
    pub calc_functions: usize,
    pub calc_steps: usize,
    /// Plain asserts on those functions, and the rounds of the loop that calls them.
    pub calc_asserts: usize,
    pub calc_rounds: usize,
    /// Record types, their fields, and how often a test hands a record on.
    pub records: usize,
    pub record_fields: usize,
    pub record_moves: usize,
    pub record_rounds: usize,
    /// Different types with which the generic functions are used.
    pub generic_types: usize,
    /// The size of the tables of constants.
    pub table_entries: usize,
    /// Tests of the standard library, and the size of what they work on.
    pub standard_tests: usize,
    pub standard_size: i64,
}

const FULL: Profile = Profile {
    calc_functions: 8,
    calc_steps: 7,
    calc_asserts: 12,
    calc_rounds: 10,
    records: 2,
    record_fields: 10,
    record_moves: 6,
    record_rounds: 10,
    generic_types: 3,
    table_entries: 120,
    standard_tests: 3,
    standard_size: 60,
};

impl Profile {
    pub fn named(name: &str) -> Result<Profile, String> {
        match name {
            "full" => Ok(FULL),
            "many-modules" => Ok(Profile {
                calc_functions: 9,
                calc_rounds: 20,
                records: 1,
                record_fields: 5,
                record_moves: 2,
                generic_types: 1,
                standard_tests: 1,
                standard_size: 20,
                ..FULL
            }),
            "wide-types" => Ok(Profile {
                calc_functions: 3,
                records: 4,
                record_fields: 36,
                record_moves: 14,
                record_rounds: 30,
                generic_types: 1,
                standard_tests: 1,
                ..FULL
            }),
            "generics-heavy" => Ok(Profile {
                calc_functions: 3,
                records: 1,
                record_fields: 6,
                record_moves: 3,
                generic_types: 10,
                standard_tests: 1,
                ..FULL
            }),
            "stdlib-heavy" => Ok(Profile {
                calc_functions: 3,
                records: 1,
                record_fields: 6,
                record_moves: 3,
                generic_types: 1,
                standard_tests: 8,
                standard_size: 160,
                ..FULL
            }),
            other => Err(format!(
                "unknown profile {other}; there are full, many-modules, wide-types, \
                 generics-heavy and stdlib-heavy"
            )),
        }
    }
}
