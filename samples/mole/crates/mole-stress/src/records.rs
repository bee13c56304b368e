//! Record types that hold records of the layer below, and what their totals are.

use crate::calc::MODULUS;
use crate::random::Random;
use crate::text::Text;
use crate::world::{ModulePlan, World};

pub struct Record {
    pub name: String,
    /// The name in the names of its functions.
    stem: String,
    fields: Vec<(String, Field)>,
}

enum Field {
    /// `seed * a + b`
    Int(i64, i64),
    Text(String),
    /// A record of a module below, made from `seed + c`.
    Nested(usize, usize, i64),
}

impl Record {
    pub fn plan(random: &mut Random, world: &World, lower: &[usize]) -> Vec<Record> {
        (0..world.profile.records)
            .map(|index| {
                let stem = format!("{}_{index}", random.word());
                let mut fields = Vec::new();
                for number in 0..world.profile.record_fields {
                    let field = if number % 5 == 4 {
                        Field::Text(random.word())
                    } else {
                        Field::Int(random.between(1, 90), random.between(0, 900))
                    };
                    fields.push((format!("{}_{number}", random.word()), field));
                }
                let nested = if lower.is_empty() { 0 } else { 1 + index % 2 };
                for number in 0..nested {
                    let module = lower[random.below(lower.len())];
                    let record = random.below(world.modules[module].records.len());
                    let field = Field::Nested(module, record, random.between(1, 9));
                    fields.push((format!("{}_inside{number}", random.word()), field));
                }
                let name = type_name(&stem);
                Record { name, stem, fields }
            })
            .collect()
    }

    pub fn total(&self, world: &World, seed: i64) -> i64 {
        let sum: i64 = self
            .fields
            .iter()
            .map(|(_, field)| match field {
                Field::Int(a, b) => seed * a + b,
                Field::Text(text) => text.len() as i64,
                Field::Nested(module, record, shift) => {
                    world.modules[*module].records[*record].total(world, seed + shift)
                }
            })
            .sum();
        sum % MODULUS
    }

    /// The names of the int fields.
    fn int_fields(&self) -> Vec<&String> {
        let ints = self.fields.iter().filter(|(_, field)| matches!(field, Field::Int(..)));
        ints.map(|(name, _)| name).collect()
    }

    fn write(&self, world: &World, text: &mut Text) {
        let (name, stem) = (&self.name, &self.stem);
        text.block(&format!("record {name}"), |text| {
            for (field, kind) in &self.fields {
                let written = match kind {
                    Field::Int(..) => "int".to_string(),
                    Field::Text(_) => "string".to_string(),
                    Field::Nested(module, record, _) => {
                        let module = &world.modules[*module];
                        format!("{}.{}", module.name, module.records[*record].name)
                    }
                };
                text.line(&format!("{field}: {written},"));
            }
        });
        text.line("");
        text.block(&format!("fn make_{stem}(seed: int) -> {name}"), |text| {
            text.line(&format!("return new {name} {{"));
            for (field, kind) in &self.fields {
                text.line(&format!("    {field}: {},", made(world, kind)));
            }
            text.line("};");
        });
        text.line("");
        text.block(&format!("fn total_{stem}(item: {name}) -> int"), |text| {
            text.line("var total = 0;");
            for (field, kind) in &self.fields {
                text.line(&format!("total = total + {};", counted(world, field, kind)));
            }
            text.line(&format!("return total % {MODULUS};"));
        });
        text.line("");
        self.write_shift(text);
    }

    /// A function that changes two fields back and forth and hands the record on.
    fn write_shift(&self, text: &mut Text) {
        let (name, stem) = (&self.name, &self.stem);
        let fields = self.int_fields();
        let (first, last) = (fields[0], fields[fields.len() - 1]);
        text.block(&format!("fn shift_{stem}(item: {name}, by: int) -> {name}"), |text| {
            text.line(&format!("item.{first} = item.{first} + by;"));
            text.line(&format!("item.{last} = item.{last} - by;"));
            text.line("return item;");
        });
        text.line("");
    }
}

fn type_name(stem: &str) -> String {
    let capitalised = stem.split('_').map(|part| {
        let (head, tail) = part.split_at(1);
        head.to_uppercase() + tail
    });
    capitalised.collect()
}

fn made(world: &World, kind: &Field) -> String {
    match kind {
        Field::Int(a, b) => format!("seed * {a} + {b}"),
        Field::Text(text) => format!("{text:?}"),
        Field::Nested(module, record, shift) => {
            let module = &world.modules[*module];
            let stem = &module.records[*record].stem;
            format!("{}.make_{stem}(seed + {shift})", module.name)
        }
    }
}

fn counted(world: &World, field: &str, kind: &Field) -> String {
    match kind {
        Field::Int(..) => format!("item.{field}"),
        Field::Text(_) => format!("length(item.{field})"),
        Field::Nested(module, record, _) => {
            let module = &world.modules[*module];
            let stem = &module.records[*record].stem;
            format!("{}.total_{stem}(item.{field})", module.name)
        }
    }
}

pub fn write_records(world: &World, plan: &ModulePlan, text: &mut Text) {
    for record in &plan.records {
        record.write(world, text);
    }
}

pub fn write_record_tests(world: &World, plan: &ModulePlan, random: &mut Random, text: &mut Text) {
    for record in &plan.records {
        let stem = &record.stem;
        let seed = random.between(1, 50);
        text.block(&format!("test \"{} keeps its total\"", record.name), |text| {
            text.line(&format!("let item0 = make_{stem}({seed});"));
            for number in 1..=world.profile.record_moves {
                let (before, by) = (number - 1, random.between(1, 9));
                text.line(&format!("let item{number} = shift_{stem}(item{before}, {by});"));
            }
            let last = world.profile.record_moves;
            let expected = record.total(world, seed);
            text.line(&format!("let items = [item0, item{last}];"));
            text.line(&format!("assert total_{stem}(items[1]) == {expected};"));
            text.line("var rounds = 0;");
            text.block(&format!("while rounds < {}", world.profile.record_rounds), |text| {
                let fields = record.int_fields();
                let field = fields[random.below(fields.len())];
                text.line(&format!("items[0].{field} = items[0].{field} + 1;"));
                text.line("rounds = rounds + 1;");
            });
            let total = expected + world.profile.record_rounds as i64;
            text.line(&format!("assert total_{stem}(item0) == {};", total % MODULUS));
        });
        text.line("");
    }
}
