use super::mismatch;
use crate::Value;

pub fn get(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Map(map), key, default] => {
            let found = map.borrow().get(key).cloned();
            Ok(found.unwrap_or_else(|| default.clone()))
        }
        _ => Err(mismatch("get")),
    }
}

pub fn put(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Map(map), key, value] => {
            map.borrow_mut().put(key.clone(), value.clone());
            Ok(Value::Unit)
        }
        _ => Err(mismatch("put")),
    }
}

pub fn has(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Map(map), key] => Ok(Value::Bool(map.borrow().get(key).is_some())),
        _ => Err(mismatch("has")),
    }
}

pub fn remove(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Map(map), key] => Ok(Value::Bool(map.borrow_mut().remove(key))),
        _ => Err(mismatch("remove")),
    }
}

pub fn keys(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Map(map)] => {
            let map = map.borrow();
            let keys = map.entries().iter().map(|(key, _)| key.clone());
            Ok(Value::array(keys.collect()))
        }
        _ => Err(mismatch("keys")),
    }
}

pub fn values(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Map(map)] => {
            let map = map.borrow();
            let values = map.entries().iter().map(|(_, value)| value.clone());
            Ok(Value::array(values.collect()))
        }
        _ => Err(mismatch("values")),
    }
}

pub fn size(arguments: &[Value], _: &mut String) -> Result<Value, String> {
    match arguments {
        [Value::Map(map)] => Ok(Value::Int(map.borrow().entries().len() as i64)),
        _ => Err(mismatch("size")),
    }
}
