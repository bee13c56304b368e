//! Runs instructions.

use vole_codegen::Code;

/// Each test's name and whether it passed.
pub fn run(program: &[Code]) -> Vec<(String, bool)> {
    let (mut stack, mut places, mut tests) = (Vec::new(), Vec::<u64>::new(), Vec::new());
    for code in program {
        match code {
            Code::Push(number) => stack.push(*number),
            Code::Load(place) => stack.push(places[*place]),
            Code::Add => {
                let (b, a) = (stack.pop().unwrap_or(0), stack.pop().unwrap_or(0));
                stack.push(a.wrapping_add(b) % 1_000_003);
            }
            Code::Store => places.push(stack.pop().unwrap_or(0)),
            Code::Expect(name, place, expected) => {
                tests.push((name.clone(), places[*place] == *expected))
            }
        }
    }
    tests
}
