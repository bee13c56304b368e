use crate::calc::{write_calc_tests, write_calcs};
use crate::generics::{write_generic_tests, write_generics};
use crate::random::Random;
use crate::records::{write_record_tests, write_records};
use crate::standard::write_standard_tests;
use crate::tables::write_table_test;
use crate::text::Text;
use crate::world::World;

/// The text of one module.
pub fn write_module(world: &World, index: usize) -> String {
    let plan = &world.modules[index];
    // A module's own numbers do not depend on how many other modules there are.
    let mut random = Random::new(world.seed.wrapping_mul(31).wrapping_add(index as u64 + 1));
    let mut text = Text::default();
    text.line(&format!("// Module {}, written by mole-stress.", plan.name));
    text.line("");
    for lower in &plan.lower {
        text.line(&format!("import {};", world.modules[*lower].name));
    }
    text.line("");
    write_calcs(world, plan, &mut text);
    write_records(world, plan, &mut text);
    write_generics(world, plan, &mut text);
    write_calc_tests(world, plan, &mut random, &mut text);
    write_record_tests(world, plan, &mut random, &mut text);
    write_generic_tests(world, &mut random, &mut text);
    write_table_test(world, &mut random, &mut text);
    write_standard_tests(world, &mut random, &mut text);
    text.finish()
}
