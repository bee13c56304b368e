//! Positions in strings count characters.

use super::mismatch;
use crate::{show_value, Value};

pub fn length(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Text(text)] => Ok(Value::Int(text.chars().count() as i64)),
        _ => Err(mismatch("length")),
    }
}

/// The character at an index, as a string; empty outside the text.
pub fn char_at(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Text(text), Value::Int(index)] => {
            let found = nth_character(text, *index);
            Ok(Value::text(&found.map_or(String::new(), String::from)))
        }
        _ => Err(mismatch("char_at")),
    }
}

/// The code point at an index; -1 outside the text.
pub fn code_at(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Text(text), Value::Int(index)] => {
            let found = nth_character(text, *index);
            Ok(Value::Int(found.map_or(-1, |character| character as i64)))
        }
        _ => Err(mismatch("code_at")),
    }
}

fn nth_character(text: &str, index: i64) -> Option<char> {
    let mut position = 0;
    for character in text.chars() {
        if position == index {
            return Some(character);
        }
        position += 1;
    }
    None
}

/// The characters from the first index up to, and without, the second.
pub fn substring(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Text(text), Value::Int(from), Value::Int(to)] => {
            let mut part = String::new();
            for (index, character) in text.chars().enumerate() {
                if index as i64 >= *from && (index as i64) < *to {
                    part.push(character);
                }
            }
            Ok(Value::text(&part))
        }
        _ => Err(mismatch("substring")),
    }
}

/// Where the second string first starts in the first, or -1.
pub fn index_of(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Text(text), Value::Text(wanted)] => {
            let found = text.find(wanted.as_ref());
            let index = found.map_or(-1, |offset| text[..offset].chars().count() as i64);
            Ok(Value::Int(index))
        }
        _ => Err(mismatch("index_of")),
    }
}

pub fn starts_with(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Text(text), Value::Text(start)] => Ok(Value::Bool(text.starts_with(start.as_ref()))),
        _ => Err(mismatch("starts_with")),
    }
}

pub fn split(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Text(_), Value::Text(separator)] if separator.is_empty() => {
            Err("split needs a separator that is not empty".to_string())
        }
        [Value::Text(text), Value::Text(separator)] => {
            let parts = text.split(separator.as_ref()).map(Value::text);
            Ok(Value::array(parts.collect()))
        }
        _ => Err(mismatch("split")),
    }
}

pub fn join(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Array(items), Value::Text(separator)] => {
            let mut joined = String::new();
            for (index, item) in items.borrow().iter().enumerate() {
                if index > 0 {
                    joined = format!("{joined}{separator}");
                }
                joined = format!("{joined}{}", show_value(item));
            }
            Ok(Value::text(&joined))
        }
        _ => Err(mismatch("join")),
    }
}

pub fn upper(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Text(text)] => Ok(Value::text(&text.to_uppercase())),
        _ => Err(mismatch("upper")),
    }
}

pub fn lower(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Text(text)] => Ok(Value::text(&text.to_lowercase())),
        _ => Err(mismatch("lower")),
    }
}

pub fn trim(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Text(text)] => Ok(Value::text(text.trim())),
        _ => Err(mismatch("trim")),
    }
}

pub fn replace(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Text(_), Value::Text(old), Value::Text(_)] if old.is_empty() => {
            Err("replace needs a text to look for that is not empty".to_string())
        }
        [Value::Text(text), Value::Text(old), Value::Text(new)] => {
            Ok(Value::text(&text.replace(old.as_ref(), new)))
        }
        _ => Err(mismatch("replace")),
    }
}

pub fn repeat(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Text(text), Value::Int(count)] => {
            Ok(Value::text(&text.repeat((*count).clamp(0, 1_000_000) as usize)))
        }
        _ => Err(mismatch("repeat")),
    }
}

pub fn str(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [value] => Ok(Value::text(&show_value(value))),
        _ => Err(mismatch("str")),
    }
}

pub fn parse_int(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Text(text)] => match text.trim().parse() {
            Ok(value) => Ok(Value::Int(value)),
            Err(_) => Err(format!("{text:?} is not an int")),
        },
        _ => Err(mismatch("parse_int")),
    }
}

pub fn print(arguments: &[Value], output: &mut String) -> Result<Value, String> {
    match arguments {
        [value] => {
            output.push_str(&show_value(value));
            output.push('\n');
            Ok(Value::Unit)
        }
        _ => Err(mismatch("print")),
    }
}
