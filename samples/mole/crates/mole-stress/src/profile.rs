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
    calc_rounds: 3,
    records: 2,
    record_fields: 10,
    record_moves: 6,
    record_rounds: 3,
    generic_types: 5,
    table_entries: 208,
    standard_tests: 4,
    standard_size: 170,
};

impl Profile {
    pub fn named(name: &str) -> Result<Profile, String> {
        match name {
            "full" => Ok(FULL),
            "many-modules" => Ok(Profile {
                calc_functions: 14,
                calc_steps: 4,
                calc_rounds: 8,
                records: 1,
                record_fields: 6,
                record_moves: 3,
                generic_types: 2,
                table_entries: 45,
                standard_tests: 1,
                standard_size: 90,
                ..FULL
            }),
            "wide-types" => Ok(Profile {
                calc_functions: 3,
                records: 2,
                record_fields: 42,
                record_moves: 9,
                record_rounds: 5,
                generic_types: 2,
                table_entries: 110,
                standard_tests: 2,
                standard_size: 190,
                ..FULL
            }),
            "generics-heavy" => Ok(Profile {
                calc_functions: 3,
                calc_asserts: 6,
                records: 1,
                record_fields: 6,
                record_moves: 3,
                generic_types: 20,
                table_entries: 110,
                standard_tests: 1,
                standard_size: 190,
                ..FULL
            }),
            "stdlib-heavy" => Ok(Profile {
                calc_functions: 3,
                records: 1,
                record_fields: 6,
                record_moves: 3,
                generic_types: 2,
                table_entries: 170,
                standard_tests: 8,
                standard_size: 335,
                ..FULL
            }),
            other => Err(format!(
                "unknown profile {other}; there are full, many-modules, wide-types, \
                 generics-heavy and stdlib-heavy"
            )),
        }
    }
}
