//! Small local improvements of finished code, repeated until none is left.

use crate::constants::{Constant, ConstantPool};
use crate::instruction::Instruction;
use crate::program::Function;

pub fn optimise(function: &mut Function, constants: &mut ConstantPool) {
    while let Some(rewrite) = find_rewrite(&function.code, constants) {
        apply(function, &rewrite);
    }
}

/// Replaces `length` instructions from `start` by at most one.
struct Rewrite {
    start: usize,
    length: usize,
    replacement: Option<Instruction>,
}

fn find_rewrite(code: &[Instruction], constants: &mut ConstantPool) -> Option<Rewrite> {
    for start in 0..code.len() {
        let found = match (code[start], code.get(start + 1), code.get(start + 2)) {
            (Instruction::Constant(left), Some(Instruction::Constant(right)), Some(operator)) => {
                fold(left, *right, *operator, constants).map(|value| (3, Some(value)))
            }
            (Instruction::Constant(operand), Some(Instruction::Negate), _) => {
                negate(operand, constants).map(|value| (2, Some(value)))
            }
            (Instruction::Not, Some(Instruction::JumpIfFalse(target)), _) => {
                Some((2, Some(Instruction::JumpIfTrue(*target))))
            }
            (load, Some(Instruction::Pop), _) if load.is_plain_load() => Some((2, None)),
            (Instruction::Jump(target), _, _) if target as usize == start + 1 => Some((1, None)),
            (Instruction::Return, Some(_), _) | (Instruction::Jump(_), Some(_), _) => {
                if is_target(code, start + 1) {
                    None
                } else {
                    return Some(Rewrite {
                        start: start + 1,
                        length: 1,
                        replacement: None,
                    });
                }
            }
            _ => None,
        };
        if let Some((length, replacement)) = found {
            if !(start + 1..start + length).any(|inner| is_target(code, inner)) {
                return Some(Rewrite {
                    start,
                    length,
                    replacement,
                });
            }
        }
    }
    None
}

fn is_target(code: &[Instruction], position: usize) -> bool {
    code.iter()
        .any(|instruction| instruction.jump_target() == Some(position as u32))
}

fn fold(
    left: u32,
    right: u32,
    operator: Instruction,
    constants: &mut ConstantPool,
) -> Option<Instruction> {
    let (left, right) = match (constants.get(left), constants.get(right)) {
        (Constant::Integer(left), Constant::Integer(right)) => (*left, *right),
        _ => return None,
    };
    let value = match operator {
        Instruction::Add => left.checked_add(right)?,
        Instruction::Subtract => left.checked_sub(right)?,
        Instruction::Multiply => left.checked_mul(right)?,
        Instruction::Divide => left.checked_div(right)?,
        Instruction::Remainder => left.checked_rem(right)?,
        _ => return None,
    };
    Some(Instruction::Constant(constants.add(Constant::Integer(value))))
}

fn negate(operand: u32, constants: &mut ConstantPool) -> Option<Instruction> {
    let value = match constants.get(operand) {
        Constant::Integer(value) => value.checked_neg()?,
        Constant::Text(_) => return None,
    };
    Some(Instruction::Constant(constants.add(Constant::Integer(value))))
}

/// Rebuilds the code with the rewrite made and every jump and line moved along.
fn apply(function: &mut Function, rewrite: &Rewrite) {
    let kept = if rewrite.replacement.is_some() { 1 } else { 0 };
    let removed = (rewrite.length - kept) as u32;
    let end = rewrite.start + rewrite.length;
    let moved = |position: u32| {
        if position as usize >= end {
            position - removed
        } else {
            position.min((rewrite.start + kept) as u32)
        }
    };
    let mut code = Vec::new();
    for (position, instruction) in function.code.iter().enumerate() {
        if position == rewrite.start {
            code.extend(rewrite.replacement.map(|new| retarget(new, moved)));
        }
        if position < rewrite.start || position >= end {
            code.push(retarget(*instruction, moved));
        }
    }
    function.code = code;
    for entry in &mut function.lines {
        entry.start = moved(entry.start);
    }
}

fn retarget(instruction: Instruction, moved: impl Fn(u32) -> u32) -> Instruction {
    match instruction.jump_target() {
        Some(target) => instruction.with_target(moved(target)),
        None => instruction,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::program::LineStart;
    use mole_identity::{NameId, QualifiedName};

    fn optimised(code: Vec<Instruction>, pool: &mut ConstantPool) -> Vec<Instruction> {
        let mut function = Function {
            name: QualifiedName::new(NameId(0), NameId(0)),
            parameters: 0,
            slots: 0,
            lines: vec![LineStart { start: 0, line: 1 }],
            code,
        };
        optimise(&mut function, pool);
        function.code
    }

    #[test]
    fn constant_arithmetic_is_done_ahead() {
        let mut pool = ConstantPool::default();
        let two = pool.add(Constant::Integer(2));
        let three = pool.add(Constant::Integer(3));
        let code = vec![
            Instruction::Constant(two),
            Instruction::Constant(three),
            Instruction::Multiply,
            Instruction::Constant(two),
            Instruction::Subtract,
            Instruction::Return,
        ];
        let four = match optimised(code, &mut pool)[..] {
            [Instruction::Constant(index), Instruction::Return] => pool.get(index).clone(),
            ref other => panic!("unexpected {other:?}"),
        };
        assert_eq!(four, Constant::Integer(4));
    }

    #[test]
    fn a_division_by_zero_stays_for_the_run() {
        let mut pool = ConstantPool::default();
        let zero = pool.add(Constant::Integer(0));
        let code = vec![
            Instruction::Constant(zero),
            Instruction::Constant(zero),
            Instruction::Divide,
            Instruction::Return,
        ];
        assert_eq!(optimised(code.clone(), &mut pool), code);
    }

    #[test]
    fn code_after_a_return_goes_away_unless_something_jumps_there() {
        let mut pool = ConstantPool::default();
        let code = vec![
            Instruction::LoadLocal(0),
            Instruction::JumpIfFalse(4),
            Instruction::Unit,
            Instruction::Return,
            Instruction::Boolean(true),
            Instruction::Return,
            Instruction::Unit,
            Instruction::Return,
        ];
        assert_eq!(optimised(code.clone(), &mut pool), code[..6].to_vec());
    }

    #[test]
    fn jumps_follow_the_code_that_moves() {
        let mut pool = ConstantPool::default();
        let code = vec![
            Instruction::Unit,
            Instruction::Pop,
            Instruction::LoadLocal(0),
            Instruction::Not,
            Instruction::JumpIfFalse(2),
            Instruction::Unit,
            Instruction::Return,
        ];
        let expected = vec![
            Instruction::LoadLocal(0),
            Instruction::JumpIfTrue(0),
            Instruction::Unit,
            Instruction::Return,
        ];
        assert_eq!(optimised(code, &mut pool), expected);
    }
}
