use super::Vm;
use crate::{compare_values, equal_values, Value};
use mole_codegen::Instruction;
use std::cmp::Ordering;

impl<'a> Vm<'a> {
    pub(super) fn operator(&mut self, instruction: Instruction) -> Result<(), String> {
        let right = self.pop();
        let result = match instruction {
            Instruction::Negate => negate(&right)?,
            Instruction::Not => Value::Bool(!is_true(&right)),
            _ => {
                let left = self.pop();
                binary(instruction, &left, &right)?
            }
        };
        self.stack.push(result);
        Ok(())
    }
}

fn is_true(value: &Value) -> bool {
    matches!(value, Value::Bool(true))
}

fn negate(value: &Value) -> Result<Value, String> {
    match value {
        Value::Int(value) => checked(value.checked_neg()),
        _ => Err("only an int can be negated".to_string()),
    }
}

fn binary(instruction: Instruction, left: &Value, right: &Value) -> Result<Value, String> {
    match instruction {
        Instruction::Equal => Ok(Value::Bool(equal_values(left, right))),
        Instruction::NotEqual => Ok(Value::Bool(!equal_values(left, right))),
        Instruction::Less => ordered(left, right, |order| order == Ordering::Less),
        Instruction::LessEqual => ordered(left, right, |order| order != Ordering::Greater),
        Instruction::Greater => ordered(left, right, |order| order == Ordering::Greater),
        Instruction::GreaterEqual => ordered(left, right, |order| order != Ordering::Less),
        _ => arithmetic(instruction, left, right),
    }
}

fn ordered(
    left: &Value,
    right: &Value,
    accept: impl Fn(Ordering) -> bool,
) -> Result<Value, String> {
    match compare_values(left, right) {
        Some(order) => Ok(Value::Bool(accept(order))),
        None => Err("these values have no order".to_string()),
    }
}

fn arithmetic(instruction: Instruction, left: &Value, right: &Value) -> Result<Value, String> {
    let (left, right) = match (left, right) {
        (Value::Int(left), Value::Int(right)) => (*left, *right),
        (Value::Text(left), Value::Text(right)) => {
            return Ok(Value::text(&format!("{left}{right}")));
        }
        _ => return Err("these values do not fit the operator".to_string()),
    };
    match instruction {
        Instruction::Add => checked(left.checked_add(right)),
        Instruction::Subtract => checked(left.checked_sub(right)),
        Instruction::Multiply => checked(left.checked_mul(right)),
        Instruction::Divide | Instruction::Remainder if right == 0 => {
            Err("division by zero".to_string())
        }
        Instruction::Divide => checked(left.checked_div(right)),
        Instruction::Remainder => checked(left.checked_rem(right)),
        other => Err(format!("{other:?} is not an operator")),
    }
}

fn checked(result: Option<i64>) -> Result<Value, String> {
    result.map(Value::Int).ok_or_else(|| "integer overflow".to_string())
}
