//! Functions that compute with ints, and what they give.

use crate::random::Random;
use crate::text::Text;
use crate::world::{ModulePlan, World};

/// All results are taken modulo this prime, so that nothing overflows.
pub const MODULUS: i64 = 1_000_003;

/// A function of two ints. Its values are the two arguments and the results of the steps.
pub struct Calc {
    pub name: String,
    names: Vec<String>,
    steps: Vec<Step>,
}

enum Step {
    /// `(a * (x * y + z) + b) % MODULUS`
    Mix(usize, usize, [i64; 3]),
    /// A loop that multiplies and adds.
    Loop(usize, i64, i64),
    /// One of two sums, by the parity of a value.
    Branch(usize, usize, i64),
    /// A function of a module below.
    Call(usize, usize, usize, i64),
}

impl Calc {
    pub fn plan(random: &mut Random, world: &World, lower: &[usize]) -> Vec<Calc> {
        let count = world.profile.calc_functions;
        (0..count)
            .map(|index| {
                let name = format!("{}_{index}", random.word());
                let mut names = vec!["left".to_string(), "right".to_string()];
                let mut steps = Vec::new();
                for number in 0..world.profile.calc_steps {
                    names.push(format!("{}_{number}", random.word()));
                    steps.push(plan_step(random, number, number + 2));
                }
                if !lower.is_empty() {
                    let module = lower[random.below(lower.len())];
                    let function = random.below(world.modules[module].calcs.len());
                    let last = names.len() - 1;
                    names.push(format!("{}_below", random.word()));
                    steps.push(Step::Call(module, function, last, random.between(1, 99)));
                }
                Calc { name, names, steps }
            })
            .collect()
    }

    /// What the function gives.
    pub fn result(&self, world: &World, left: i64, right: i64) -> i64 {
        let mut values = vec![left, right];
        for step in &self.steps {
            let value = match step {
                Step::Mix(a, b, [x, y, z]) => (values[*a] * (x * y + z) + values[*b]) % MODULUS,
                Step::Loop(a, times, factor) => (0..*times).fold(values[*a], |value, index| {
                    (value * factor + index) % MODULUS
                }),
                Step::Branch(a, b, addend) if values[*a] % 2 == 0 => values[*b] + addend,
                Step::Branch(a, b, _) => (values[*a] + values[*b]) % MODULUS,
                Step::Call(module, function, a, right) => {
                    world.modules[*module].calcs[*function].result(world, values[*a], *right)
                }
            };
            values.push(value);
        }
        values[values.len() - 1]
    }

    fn write(&self, world: &World, text: &mut Text) {
        let head = format!("fn {}(left: int, right: int) -> int", self.name);
        text.block(&head, |text| {
            for (index, step) in self.steps.iter().enumerate() {
                self.write_step(world, step, index + 2, text);
            }
            text.line(&format!("return {};", self.names[self.names.len() - 1]));
        });
        text.line("");
    }

    fn write_step(&self, world: &World, step: &Step, index: usize, text: &mut Text) {
        let name = &self.names[index];
        let value = |place: &usize| &self.names[*place];
        match step {
            Step::Mix(a, b, [x, y, z]) => {
                let (a, b) = (value(a), value(b));
                text.line(&format!("let {name} = ({a} * ({x} * {y} + {z}) + {b}) % {MODULUS};"));
            }
            Step::Loop(a, times, factor) => {
                text.line(&format!("var {name} = {};", value(a)));
                text.block(&format!("for step in 0..{times}"), |text| {
                    text.line(&format!("{name} = ({name} * {factor} + step) % {MODULUS};"));
                });
            }
            Step::Branch(a, b, addend) => {
                let (a, b) = (value(a), value(b));
                text.line(&format!("var {name} = ({a} + {b}) % {MODULUS};"));
                text.block(&format!("if {a} % 2 == 0"), |text| {
                    text.line(&format!("{name} = {b} + {addend};"));
                });
            }
            Step::Call(module, function, a, right) => {
                let module = &world.modules[*module];
                let (function, a) = (&module.calcs[*function].name, value(a));
                let module = &module.name;
                text.line(&format!("let {name} = {module}.{function}({a}, {right});"));
            }
        }
    }
}

fn plan_step(random: &mut Random, number: usize, known: usize) -> Step {
    let (a, b) = (random.below(known), random.below(known));
    match number % 4 {
        1 => Step::Loop(a, random.between(2, 5), random.between(3, 50)),
        3 => Step::Branch(a, b, random.between(1, 500)),
        _ => Step::Mix(
            a,
            b,
            [random.between(2, 25), random.between(2, 25), random.between(1, 800)],
        ),
    }
}

pub fn write_calcs(world: &World, plan: &ModulePlan, text: &mut Text) {
    for calc in &plan.calcs {
        text.line(&format!("// Computes {} from its two sides.", calc.name.replace('_', " ")));
        calc.write(world, text);
    }
}

pub fn write_calc_tests(world: &World, plan: &ModulePlan, random: &mut Random, text: &mut Text) {
    text.block("test \"functions give what they are known to give\"", |text| {
        for number in 0..world.profile.calc_asserts {
            let calc = &plan.calcs[number % plan.calcs.len()];
            let (left, right) = (random.between(0, 999), random.between(0, 999));
            let expected = calc.result(world, left, right);
            text.line(&format!("assert {}({left}, {right}) == {expected};", calc.name));
        }
    });
    text.line("");
    for calc in &plan.calcs {
        let rounds = world.profile.calc_rounds as i64;
        let shift = random.between(1, 999);
        let expected = (0..rounds).fold(0, |total, round| {
            (total + calc.result(world, round * 3 + shift, round)) % MODULUS
        });
        text.block(&format!("test \"{} adds up\"", calc.name), |text| {
            text.line("var total = 0;");
            text.block(&format!("for round in 0..{rounds}"), |text| {
                let call = format!("{}(round * 3 + {shift}, round)", calc.name);
                text.line(&format!("total = (total + {call}) % {MODULUS};"));
            });
            text.line(&format!("assert total == {expected};"));
        });
        text.line("");
    }
}
