use crate::Value;
use std::cmp::Ordering;
use std::rc::Rc;

/// Equality of content; functions are equal when they are the very same.
pub fn equal_values(left: &Value, right: &Value) -> bool {
    match (left, right) {
        (Value::Unit, Value::Unit) => true,
        (Value::Int(left), Value::Int(right)) => left == right,
        (Value::Bool(left), Value::Bool(right)) => left == right,
        (Value::Text(left), Value::Text(right)) => left == right,
        (Value::Array(left), Value::Array(right)) => {
            let (left, right) = (left.borrow(), right.borrow());
            left.len() == right.len()
                && left.iter().zip(right.iter()).all(|(left, right)| equal_values(left, right))
        }
        (Value::Map(left), Value::Map(right)) => {
            let (left, right) = (left.borrow(), right.borrow());
            left.entries().len() == right.entries().len()
                && left.entries().iter().all(|(key, value)| {
                    right.get(key).map_or(false, |other| equal_values(value, other))
                })
        }
        (Value::Record(left), Value::Record(right)) => {
            let (left, right) = (left.borrow(), right.borrow());
            left.fields
                .iter()
                .zip(&right.fields)
                .all(|((_, left), (_, right))| equal_values(left, right))
        }
        (Value::Closure(left), Value::Closure(right)) => Rc::ptr_eq(left, right),
        (Value::Function(left), Value::Function(right)) => left == right,
        (Value::Native(left), Value::Native(right)) => left == right,
        _ => false,
    }
}

/// The order of two ints or two strings; nothing for other values.
pub fn compare_values(left: &Value, right: &Value) -> Option<Ordering> {
    match (left, right) {
        (Value::Int(left), Value::Int(right)) => Some(left.cmp(right)),
        (Value::Text(left), Value::Text(right)) => Some(left.cmp(right)),
        (Value::Bool(left), Value::Bool(right)) => Some(left.cmp(right)),
        _ => None,
    }
}
