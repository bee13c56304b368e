//! Generic records and functions, used with many different types.

use crate::random::Random;
use crate::text::Text;
use crate::world::{ModulePlan, World};

pub fn write_generics(world: &World, plan: &ModulePlan, text: &mut Text) {
    if world.profile.generic_types == 0 {
        return;
    }
    text.line("// A value with a label, and the ways to make and to open one.");
    text.block("record Box<T>", |text| {
        text.line("value: T,");
        text.line("label: string,");
        text.line("opened: int,");
    });
    text.line("");
    text.block("record Pair<A, B>", |text| {
        text.line("first: A,");
        text.line("second: B,");
    });
    text.line("");
    text.block("fn boxed<T>(value: T, label: string) -> Box<T>", |text| {
        text.line("return new Box { value: value, label: label, opened: 0 };");
    });
    text.line("");
    text.block("fn opened<T>(box: Box<T>) -> T", |text| {
        text.line("box.opened = box.opened + 1;");
        text.line("return box.value;");
    });
    text.line("");
    text.block("fn paired<A, B>(first: A, second: B) -> Pair<A, B>", |text| {
        text.line("return new Pair { first: first, second: second };");
    });
    text.line("");
    text.block("fn swapped<A, B>(pair: Pair<A, B>) -> Pair<B, A>", |text| {
        text.line("return paired(pair.second, pair.first);");
    });
    text.line("");
    text.block("fn through<T>(value: T) -> T", |text| {
        text.line("let box = boxed(value, \"through\");");
        match plan.lower.first() {
            Some(lower) => {
                let lower = &world.modules[*lower].name;
                text.line(&format!("return {lower}.through(opened(box));"));
            }
            None => text.line("return opened(box);"),
        }
    });
    text.line("");
}

pub fn write_generic_tests(world: &World, random: &mut Random, text: &mut Text) {
    for number in 0..world.profile.generic_types {
        let value = nested_value(random, number % 5 + 1);
        text.block(&format!("test \"generics keep value {number}\""), |text| {
            text.line(&format!("let value = {value};"));
            text.line("assert through(value) == value;");
            text.line("let pair = swapped(paired(value, boxed(value, \"second\")));");
            text.line("assert pair.second == value;");
            text.line("assert opened(pair.first) == value && pair.first.opened == 1;");
            text.line("let all = concat([value], reverse([through(value), value]));");
            if number % 2 == 0 {
                text.line("assert len(unique(all)) == 1;");
            }
            text.line("assert len(all) == 3 && all[2] == value;");
        });
        text.line("");
    }
}

/// An expression whose type nests to the given depth.
fn nested_value(random: &mut Random, depth: usize) -> String {
    if depth == 0 {
        return match random.below(3) {
            0 => random.between(0, 999).to_string(),
            1 => format!("{:?}", random.word()),
            _ => "true".to_string(),
        };
    }
    let inner = nested_value(random, depth - 1);
    match random.below(3) {
        0 => format!("boxed({inner}, {:?})", random.word()),
        1 => format!("[{inner}]"),
        _ => format!("paired({inner}, {})", nested_value(random, 0)),
    }
}
