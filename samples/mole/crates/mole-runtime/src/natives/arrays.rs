use super::mismatch;
use crate::{compare_values, equal_values, Value};
use std::cmp::Ordering;

pub fn len(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Array(items)] => Ok(Value::Int(items.borrow().len() as i64)),
        _ => Err(mismatch("len")),
    }
}

pub fn push(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Array(items), item] => {
            items.borrow_mut().push(item.clone());
            Ok(Value::Unit)
        }
        _ => Err(mismatch("push")),
    }
}

pub fn pop(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Array(items)] => items
            .borrow_mut()
            .pop()
            .ok_or_else(|| "pop from an empty array".to_string()),
        _ => Err(mismatch("pop")),
    }
}

/// The items from the first index up to, and without, the second; both are held to the array.
pub fn slice(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Array(items), Value::Int(from), Value::Int(to)] => {
            let items = items.borrow();
            let end = (*to).clamp(0, items.len() as i64) as usize;
            let start = (*from).clamp(0, end as i64) as usize;
            Ok(Value::array(items[start..end].to_vec()))
        }
        _ => Err(mismatch("slice")),
    }
}

pub fn concat(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Array(left), Value::Array(right)] => {
            let mut joined = left.borrow().clone();
            joined.extend(right.borrow().iter().cloned());
            Ok(Value::array(joined))
        }
        _ => Err(mismatch("concat")),
    }
}

pub fn contains(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Array(items), wanted] => {
            let found = items.borrow().iter().any(|item| equal_values(item, wanted));
            Ok(Value::Bool(found))
        }
        _ => Err(mismatch("contains")),
    }
}

/// The index of the first equal item, or -1.
pub fn position_of(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Array(items), wanted] => {
            let found = items.borrow().iter().position(|item| equal_values(item, wanted));
            Ok(Value::Int(found.map_or(-1, |index| index as i64)))
        }
        _ => Err(mismatch("position_of")),
    }
}

/// A sorted copy; equal items keep their order.
pub fn sort(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Array(items)] => {
            let mut sorted: Vec<Value> = Vec::new();
            for item in items.borrow().iter() {
                let mut place = sorted.len();
                while place > 0 && is_greater(&sorted[place - 1], item)? {
                    place -= 1;
                }
                sorted.insert(place, item.clone());
            }
            Ok(Value::array(sorted))
        }
        _ => Err(mismatch("sort")),
    }
}

fn is_greater(left: &Value, right: &Value) -> Result<bool, String> {
    match compare_values(left, right) {
        Some(order) => Ok(order == Ordering::Greater),
        None => Err("sort orders ints, strings and bools only".to_string()),
    }
}

pub fn reverse(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Array(items)] => Ok(Value::array(items.borrow().iter().rev().cloned().collect())),
        _ => Err(mismatch("reverse")),
    }
}

pub fn range(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Int(from), Value::Int(to)] => Ok(Value::array((*from..*to).map(Value::Int).collect())),
        _ => Err(mismatch("range")),
    }
}
