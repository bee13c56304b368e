//! Tables of constants, each entry written as the sum that it comes from.

use crate::random::Random;
use crate::text::Text;
use crate::world::World;

/// Entries on one line of the program.
const LINE_ENTRIES: usize = 6;

pub fn write_table_test(world: &World, random: &mut Random, text: &mut Text) {
    let entries: Vec<[i64; 3]> = (0..world.profile.table_entries)
        .map(|_| [random.between(2, 40), random.between(2, 40), random.between(1, 300)])
        .collect();
    let expected: i64 = entries.iter().map(|[x, y, z]| x * y + z).sum();
    text.block("test \"the table adds up\"", |text| {
        text.line("let table: [int] = [");
        for line in entries.chunks(LINE_ENTRIES) {
            let sums: Vec<String> = line.iter().map(|[x, y, z]| format!("{x} * {y} + {z}")).collect();
            text.line(&format!("    {},", sums.join(", ")));
        }
        text.line("];");
        text.line(&format!("assert sum(table) == {expected};"));
    });
    text.line("");
}
