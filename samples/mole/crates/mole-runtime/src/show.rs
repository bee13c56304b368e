use crate::Value;

/// The value as `str` gives it: strings plain at the top, quoted inside other values.
pub fn show_value(value: &Value) -> String {
    match value {
        Value::Text(text) => text.to_string(),
        other => show_nested(other),
    }
}

fn show_nested(value: &Value) -> String {
    match value {
        Value::Unit => "unit".to_string(),
        Value::Int(value) => value.to_string(),
        Value::Bool(value) => value.to_string(),
        Value::Text(text) => format!("{text:?}"),
        Value::Array(items) => {
            let shown: Vec<String> = items.borrow().iter().map(show_nested).collect();
            format!("[{}]", shown.join(", "))
        }
        Value::Map(map) => {
            let show_entry =
                |(key, value): &(Value, Value)| format!("{}: {}", show_nested(key), show_nested(value));
            let shown: Vec<String> = map.borrow().entries().iter().map(show_entry).collect();
            format!("{{{}}}", shown.join(", "))
        }
        Value::Record(record) => {
            let record = record.borrow();
            let show_field = |(name, value): &(String, Value)| format!("{name}: {}", show_nested(value));
            let shown: Vec<String> = record.fields.iter().map(show_field).collect();
            format!("{} {{{}}}", record.name, shown.join(", "))
        }
        Value::Closure(_) | Value::Function(_) | Value::Native(_) => "fn".to_string(),
    }
}
