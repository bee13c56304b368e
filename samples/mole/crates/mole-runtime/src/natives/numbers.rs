use super::mismatch;
use crate::Value;

pub fn abs(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Int(value)] => value
            .checked_abs()
            .map(Value::Int)
            .ok_or_else(|| "integer overflow".to_string()),
        _ => Err(mismatch("abs")),
    }
}

pub fn power(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Int(base), Value::Int(exponent)] => u32::try_from(*exponent)
            .ok()
            .and_then(|exponent| base.checked_pow(exponent))
            .map(Value::Int)
            .ok_or_else(|| "power does not fit an int".to_string()),
        _ => Err(mismatch("power")),
    }
}
